package be.dossierwerk.audit.proof;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** A question to a time-stamp service and what its answer holds (RFC 3161, 2.4). */
public final class TimeStampQuestion {

    private static final int NONCE_BITS = 64;

    private final TimeStampRequest request;

    /** @param statement what is to be stamped; only its SHA-256 goes to the service */
    public TimeStampQuestion(String statement) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        request = generator.generate(TSPAlgorithms.SHA256, Digests.sha256(Digests.utf8(statement)), new BigInteger(NONCE_BITS, new SecureRandom()));
    }

    public byte[] encoded() throws IOException {
        return request.getEncoded();
    }

    /** @throws IOException when the answer is no token for this question */
    public byte[] token(byte[] answer) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new IOException("the time-stamp service gave no token: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("the time-stamp service gave a wrong answer: " + e.getMessage(), e);
        }
    }
}

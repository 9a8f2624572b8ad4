package be.dossierwerk.sources;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks a source over HTTP: {@code GET <url>/<source>/<number>}, 200 with facts or 404 with the code ONBEKEND_NUMMER. Never throws: whatever
 * happens is an answer or a reason. Blocks for at most (retries + 1) read timeouts and the waits between.
 */
@Component
class HttpSources {

    /** {@code detail} is technical and in English; {@code asked} is false when the source rests; {@code back}: it was left alone until now. */
    record Reply(FactsJson.Read read, String json, Unavailable unavailable, String detail, boolean asked, boolean back) {

        static Reply none(Unavailable why, String detail) {
            return new Reply(null, null, why, detail, true, false);
        }

        static Reply notAsked(String detail) {
            return new Reply(null, null, Unavailable.ONBEREIKBAAR, detail, false, false);
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(HttpSources.class);
    private static final int LARGEST = 1024 * 1024;

    private final SourceSettings settings;
    private final SimulatedSources simulated;
    private final RestingSources resting;
    private final HttpClient http;

    HttpSources(SourceSettings settings, SimulatedSources simulated, RestingSources resting) {
        this.settings = settings;
        this.simulated = simulated;
        this.resting = resting;
        this.http = HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    Reply ask(String enterpriseNumber, Source source) {
        String address = settings.url().isBlank() ? simulated.address().orElse(null) : settings.url().strip().replaceFirst("/+$", "");
        if (address == null) {
            return Reply.notAsked("dossierwerk.sources.url is not set");
        }
        if (resting.resting(source)) {
            return Reply.notAsked("left alone after failures");
        }
        HttpRequest request = request(address + "/" + source.name().toLowerCase(Locale.ROOT) + "/" + enterpriseNumber);
        Duration wait = settings.retryWait();
        Reply reply = once(request, enterpriseNumber, source);
        for (int retry = 0; retry < settings.retries() && worthAnother(reply); retry++) {
            if (!pause(wait)) {
                break;
            }
            wait = wait.multipliedBy(2);
            reply = once(request, enterpriseNumber, source);
        }
        if (reply.unavailable() == null || reply.unavailable() == Unavailable.ONBEKEND_NUMMER) {
            return new Reply(reply.read, reply.json, reply.unavailable, reply.detail, true, resting.answered(source));
        }
        resting.failed(source);
        LOG.warn("{} gave no facts: {} ({})", source, reply.unavailable(), reply.detail());
        return reply;
    }

    private HttpRequest request(String uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uri)).timeout(settings.readTimeout()).header("Accept", "application/json");
        if (!settings.token().isBlank()) {
            request.header("Authorization", "Bearer " + settings.token().strip());
        }
        return request.build();
    }

    private Reply once(HttpRequest request, String enterpriseNumber, Source source) {
        CompletableFuture<HttpResponse<byte[]>> coming = http.sendAsync(request, head -> new Limited(HttpResponse.BodySubscribers.ofByteArray()));
        try {
            // The client's own timeout ends with the headers; a body may still drip for hours.
            return judge(coming.get(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS), enterpriseNumber, source);
        } catch (TimeoutException e) {
            coming.cancel(true);
            return Reply.none(Unavailable.TIJD_VERSTREKEN, "no complete answer within " + settings.readTimeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof TooLarge) {
                return Reply.none(Unavailable.ONGELDIG_ANTWOORD, "more than " + LARGEST + " bytes");
            }
            boolean late = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
            return Reply.none(late ? Unavailable.TIJD_VERSTREKEN : Unavailable.ONBEREIKBAAR, String.valueOf(cause));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return Reply.none(Unavailable.ONBEREIKBAAR, "interrupted");
        }
    }

    private static Reply judge(HttpResponse<byte[]> response, String enterpriseNumber, Source source) {
        int status = response.statusCode();
        if (status >= 500 || status == 429) {
            return Reply.none(Unavailable.ONBEREIKBAAR, "status " + status);
        }
        String body;
        try {
            body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(response.body())).toString();
        } catch (CharacterCodingException e) {
            return Reply.none(Unavailable.ONGELDIG_ANTWOORD, "not UTF-8");
        }
        if (status == 404 && FactsJson.saysUnknown(body)) {
            return Reply.none(Unavailable.ONBEKEND_NUMMER, "status 404");
        }
        if (status != 200) {
            return Reply.none(Unavailable.ONGELDIG_ANTWOORD, "status " + status);
        }
        try {
            return new Reply(FactsJson.read(body, enterpriseNumber, source), body, null, null, true, false);
        } catch (FactsJson.Invalid e) {
            return Reply.none(Unavailable.ONGELDIG_ANTWOORD, e.getMessage());
        }
    }

    private static boolean worthAnother(Reply reply) {
        return reply.unavailable() == Unavailable.TIJD_VERSTREKEN || reply.unavailable() == Unavailable.ONBEREIKBAAR;
    }

    private static boolean pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class TooLarge extends IOException { }

    /** Stops reading after {@link #LARGEST} bytes, so that no source can fill the memory. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {

        private final HttpResponse.BodySubscriber<byte[]> inner;
        private Flow.Subscription subscription;
        private long seen;

        private Limited(HttpResponse.BodySubscriber<byte[]> inner) {
            this.inner = inner;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return inner.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            inner.onSubscribe(given);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            seen += parts.stream().mapToInt(ByteBuffer::remaining).sum();
            if (seen > LARGEST) {
                subscription.cancel();
                inner.onError(new TooLarge());
            } else {
                inner.onNext(parts);
            }
        }

        @Override
        public void onError(Throwable failure) {
            inner.onError(failure);
        }

        @Override
        public void onComplete() {
            inner.onComplete();
        }
    }
}

package be.dossierwerk.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why the product did not start, without a stack trace. */
class NobodyCanSignInAnalyzer extends AbstractFailureAnalyzer<NobodyCanSignIn> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NobodyCanSignIn cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}

package be.dossierwerk.shell;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Limit;
import be.dossierwerk.security.Limits;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How often one may try a password, call REST and save a file; who does it more often is told when to come back (ADR 0044). */
@Component
class RequestLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLimits.class);
    /** Under VAADIN/dynamic stands what a screen gives to save: exports, bundles, prints. */
    private static final Pattern FILE = Pattern.compile("/(VAADIN/dynamic/resource/.*|.*\\.(csv|xlsx|xml|zip)|boordtabel/uitvoer/.*|procesanalyse-tabel|termijnen/.*|administratief-dossier-downloaden/.*)");

    private final Limits limits;
    private final CurrentActor currentActor;
    private final ApiEntryProblem problem;
    private final Limit triesFromOneAddress;
    private final Limit requests;
    private final Limit downloads;

    RequestLimits(Limits limits, CurrentActor currentActor, ApiEntryProblem problem, @Value("${dossierwerk.limits.wrong-passwords-a-minute:20}") int wrongPasswords,
                  @Value("${dossierwerk.limits.api-a-minute:300}") int requests, @Value("${dossierwerk.limits.downloads-an-hour:120}") int downloads) {
        this.limits = limits;
        this.currentActor = currentActor;
        this.problem = problem;
        this.triesFromOneAddress = new Limit("wrong-password", wrongPasswords, Duration.ofMinutes(1));
        this.requests = new Limit("api", requests, Duration.ofMinutes(1));
        this.downloads = new Limit("download", downloads, Duration.ofHours(1));
    }

    /**
     * Of wrong passwords from one address, for people and systems together. Nobody's name is locked: otherwise whoever knows a name could keep its owner
     * out. Wrong ones are counted when they are known to be wrong; those that are under way at that moment still get their answer.
     */
    Filter ofSignIn() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
                if (!signsIn(request)) {
                    chain.doFilter(request, response);
                    return;
                }
                Limits.Count before = limits.now(triesFromOneAddress, request.getRemoteAddr());
                if (before.times() >= triesFromOneAddress.most()) {
                    tooOften(triesFromOneAddress, before, request, response);
                    return;
                }
                chain.doFilter(request, response);
                // Who gave a wrong password is nobody now, also when somebody else was signed in here before.
                if (currentActor.get() == Actor.SYSTEM) {
                    limits.count(triesFromOneAddress, request.getRemoteAddr());
                    limits.forget();
                }
            }
        };
    }

    /** Of requests by a system that is signed in. */
    Filter ofRequests() {
        return new Counted(requests, null);
    }

    /** Of files that a signed-in person saves. */
    Filter ofDownloads() {
        return new Counted(downloads, FILE);
    }

    private static boolean signsIn(HttpServletRequest request) {
        String credentials = request.getHeader(HttpHeaders.AUTHORIZATION);
        return credentials != null && credentials.regionMatches(true, 0, "Basic ", 0, 6)
                || request.getMethod().equals("POST") && request.getServletPath().equals("/" + SignInView.PATH);
    }

    private void tooOften(Limit limit, Limits.Count count, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("More than {} times {} from {}", limit.most(), limit.what(), request.getRemoteAddr());
        problem.tooOften(request, response, count.secondsLeft());
    }

    /** Counts for the person or system that is signed in. */
    private final class Counted extends OncePerRequestFilter {

        private final Limit limit;
        private final Pattern paths;

        private Counted(Limit limit, Pattern paths) {
            this.limit = limit;
            this.paths = paths;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            // What is uploaded goes by POST to the same kind of address.
            return paths != null && (request.getMethod().equals("POST") || !paths.matcher(request.getServletPath()).matches());
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            Actor who = currentActor.get();
            if (who != Actor.SYSTEM) {
                Limits.Count count = limits.count(limit, who.id());
                if (count.times() > limit.most()) {
                    tooOften(limit, count, request, response);
                    return;
                }
            }
            chain.doFilter(request, response);
        }
    }
}

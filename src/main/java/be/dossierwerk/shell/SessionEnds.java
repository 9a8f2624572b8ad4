package be.dossierwerk.shell;

import be.dossierwerk.security.Actor;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.EndedSessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose time is up, however busy it is, and one whose person was signed out everywhere or barred: here within ten seconds, on every server.
 * It goes by the machine's own clock; being idle too long is the server's own concern.
 */
class SessionEnds extends OncePerRequestFilter {

    static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final String BEGIN = SessionEnds.class.getName();

    private record Begin(String person, Instant at, Instant atDatabase, Instant looked) implements Serializable { }

    private final CurrentActor currentActor;
    private final EndedSessions ended;
    private final InstantSource machine;
    private final Duration longest;
    private final SecurityContextLogoutHandler signOut = new SecurityContextLogoutHandler();

    SessionEnds(CurrentActor currentActor, EndedSessions ended, InstantSource machine, Duration longest) {
        this.currentActor = currentActor;
        this.ended = ended;
        this.machine = machine;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Actor person = currentActor.get();
        if (session != null && person != Actor.SYSTEM && over(session, person)) {
            signOut.logout(request, response, null);
        }
        chain.doFilter(request, response);
    }

    private boolean over(HttpSession session, Actor person) {
        Instant now = machine.instant();
        Begin begin = session.getAttribute(BEGIN) instanceof Begin known && known.person.equals(person.id()) ? known : null;
        if (begin != null && !now.isBefore(begin.at.plus(longest))) {
            return true;
        }
        if (begin != null && begin.looked.isAfter(now.minus(LOOK_AGAIN))) {
            return false;
        }
        EndedSessions.Look look = ended.look(person.id(), begin == null ? null : begin.atDatabase);
        session.setAttribute(BEGIN, begin == null ? new Begin(person.id(), now, look.at(), now) : new Begin(person.id(), begin.at, begin.atDatabase, now));
        return look.over();
    }
}

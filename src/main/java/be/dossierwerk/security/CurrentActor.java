package be.dossierwerk.security;

import be.dossierwerk.shared.Refused;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Answers who is acting now. Without a signed-in person it is {@link Actor#SYSTEM}. */
@Component
public class CurrentActor {

    private final SecurityContextHolderStrategy contexts;

    /** {@code own}: where this application's requests leave who is signed in; the static holder may be another application's in the same process. */
    public CurrentActor(Optional<SecurityContextHolderStrategy> own) {
        this.contexts = own.orElseGet(SecurityContextHolder::getContextHolderStrategy);
    }

    public Actor get() {
        return of(contexts.getContext().getAuthentication());
    }

    /** Who this is; {@link Actor#SYSTEM} for null and for somebody who did not sign in. */
    public static Actor of(Authentication authentication) {
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Actor.SYSTEM;
        }
        var roles = authentication.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .filter(a -> a.startsWith("ROLE_")).map(a -> a.substring(5)).collect(Collectors.toUnmodifiableSet());
        return new Actor(authentication.getName(), nameOf(authentication), roles);
    }

    /** @throws Refused when the acting person holds none of these roles */
    public Actor require(String... roles) {
        Actor actor = get();
        for (String role : roles) {
            if (actor.has(role)) {
                return actor;
            }
        }
        throw new Refused("security.role-missing", Roles.name(roles[0]));
    }

    /** The mail address that the identity provider gives; null without one. */
    public static String mailOf(Authentication authentication) {
        return authentication.getPrincipal() instanceof OidcUser user ? user.getEmail() : null;
    }

    /** Does the work in somebody's name: demo data, tests, and the system's own duties. */
    public <T> T as(Actor actor, Supplier<T> work) {
        SecurityContext before = contexts.getContext();
        try {
            SecurityContext context = contexts.createEmptyContext();
            if (actor != Actor.SYSTEM) {
                var authorities = AuthorityUtils.createAuthorityList(
                        actor.roles().stream().map(role -> "ROLE_" + role).toArray(String[]::new));
                context.setAuthentication(new UsernamePasswordAuthenticationToken(
                        new NamedUser(actor.id(), actor.name()), null, authorities));
            }
            contexts.setContext(context);
            return work.get();
        } finally {
            contexts.setContext(before);
        }
    }

    private static String nameOf(Authentication authentication) {
        if (authentication.getPrincipal() instanceof NamedPerson person) {
            return person.fullName();
        }
        if (authentication.getPrincipal() instanceof OidcUser user && user.getFullName() != null) {
            return user.getFullName();
        }
        return authentication.getName();
    }

    /** A signed-in principal that knows the name people use. */
    public interface NamedPerson extends java.security.Principal {
        String fullName();
    }

    private record NamedUser(String getName, String fullName) implements NamedPerson {
        @Override
        public String getName() {
            return getName;
        }
    }
}

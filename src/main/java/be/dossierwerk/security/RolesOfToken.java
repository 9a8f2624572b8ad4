package be.dossierwerk.security;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets a person in through the identity provider with the roles that a claim of theirs names ({@code dossierwerk.oidc.roles-claim},
 * dots lead into nested claims). Unknown roles count for nothing, and without a known one nobody gets in.
 */
@Component
public class RolesOfToken implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** The error when somebody is known to the provider but has no role here. */
    public static final String NO_ROLE = "no_role";

    /** What the product and the portal do stands in the records under these names. */
    private static final Set<String> OURS = Set.of(Actor.SYSTEM.id(), ApiAccounts.PORTAL.id());

    private final OidcUserService provider = new OidcUserService();
    private final List<String> path;

    RolesOfToken(@Value("${dossierwerk.oidc.roles-claim:roles}") String claim) {
        path = List.of(claim.strip().split("\\."));
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        Set<GrantedAuthority> authorities = known(user.getClaims()).stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (authorities.isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE, "No role of this product in the claim " + String.join(".", path), null));
        }
        String nameKey = request.getClientRegistration().getProviderDetails().getUserInfoEndpoint().getUserNameAttributeName();
        OidcUser person = nameKey == null || nameKey.isBlank() ? new DefaultOidcUser(authorities, user.getIdToken(), user.getUserInfo())
                : new DefaultOidcUser(authorities, user.getIdToken(), user.getUserInfo(), nameKey);
        if (OURS.contains(person.getName().strip().toLowerCase(Locale.ROOT))) {
            throw new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE, "A person may not be called " + person.getName(), null));
        }
        return person;
    }

    /** The roles of this product among those that the claims name. */
    Set<String> known(Map<String, Object> claims) {
        Object found = claims.get(String.join(".", path));
        if (found == null) {
            found = claims;
            for (String step : path) {
                found = found instanceof Map<?, ?> map ? map.get(step) : null;
            }
        }
        Collection<?> named = found instanceof Collection<?> many ? many : found instanceof String text ? List.of(text.strip().split("[ ,]+")) : List.of();
        return named.stream().map(String::valueOf).filter(Roles.names()::containsKey).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}

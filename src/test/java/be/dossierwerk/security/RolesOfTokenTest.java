package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which roles the claims of a token give. */
class RolesOfTokenTest {

    static Stream<Arguments> claims() {
        return Stream.of(
                Arguments.of("roles", Map.of("roles", List.of(Roles.HANDLER, Roles.LAWYER)), Set.of(Roles.HANDLER, Roles.LAWYER)),
                Arguments.of("roles", Map.of("roles", List.of(Roles.HANDLER, "ROLE_admin", "api-portaal")), Set.of(Roles.HANDLER)),
                Arguments.of("roles", Map.of("roles", Roles.HANDLER + " " + Roles.INTAKE), Set.of(Roles.HANDLER, Roles.INTAKE)),
                Arguments.of("roles", Map.of("roles", List.of()), Set.of()),
                Arguments.of("roles", Map.of("roles", 7), Set.of()),
                Arguments.of("roles", Map.of(), Set.of()),
                Arguments.of("realm_access.roles", Map.of("realm_access", Map.of("roles", List.of(Roles.CHAIR))), Set.of(Roles.CHAIR)),
                Arguments.of("realm_access.roles", Map.of("realm_access", "no map", "roles", List.of(Roles.CHAIR)), Set.of()),
                Arguments.of("https://vlaanderen.be/roles", Map.of("https://vlaanderen.be/roles", List.of(Roles.CHAIR)), Set.of(Roles.CHAIR)));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void known_roles_count_and_others_do_not(String claim, Map<String, Object> claims, Set<String> expected) {
        assertThat(new RolesOfToken(claim).known(claims)).isEqualTo(expected);
    }
}

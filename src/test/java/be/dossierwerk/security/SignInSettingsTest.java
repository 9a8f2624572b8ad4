package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Where the invented people may sign in. */
class SignInSettingsTest {

    @ParameterizedTest(name = "demo={0}, database {1}, provider {2}: demo people {3}")
    @CsvSource(nullValues = "-", value = {
            "-,     -,                          -,      true",
            "auto,  -,                          -,      true",
            "auto,  embedded,                   -,      true",
            "AUTO,  '',                         -,      true",
            "auto,  jdbc:postgresql://db/dw,    -,      false",
            "auto,  -,                          acm,    false",
            "auto,  jdbc:postgresql://db/dw,    acm,    false",
            "true,  jdbc:postgresql://db/dw,    -,      true",
            "true,  -,                          acm,    true",
            "false, -,                          -,      false",
            "false, jdbc:postgresql://db/dw,    acm,    false"})
    void demo_people_come_along_on_the_embedded_database_or_when_asked_for(String demo, String url, String provider, boolean expected) {
        MockEnvironment environment = environment(demo, url);
        if (provider != null) {
            environment.setProperty("spring.security.oauth2.client.registration." + provider + ".client-id", "dossierwerk");
        }

        assertThat(SignInSettings.of(environment).demo()).isEqualTo(expected);
        assertThat(SignInSettings.of(environment).oidc()).isEqualTo(provider != null);
    }

    @Test
    void an_unknown_word_is_no_permission() {
        assertThatThrownBy(() -> SignInSettings.of(environment("ja", null))).isInstanceOf(NobodyCanSignIn.class).hasMessageContaining("'ja'");
    }

    @Test
    void without_demo_people_nobody_gets_in_with_a_password() {
        DemoPeople nobody = new DemoPeople(environment("false", null));

        assertThatThrownBy(() -> new PasswordPeople(nobody).loadUserByUsername("an"))
                .isInstanceOf(org.springframework.security.core.userdetails.UsernameNotFoundException.class);
        assertThat(new ApiAccounts("", nobody).enabled()).isFalse();
        assertThatThrownBy(() -> new ApiAccounts("", nobody).accounts().loadUserByUsername("portaal"))
                .isInstanceOf(org.springframework.security.core.userdetails.UsernameNotFoundException.class);
        assertThat(new ApiAccounts("geheim", nobody).accounts().loadUserByUsername("portaal").getPassword()).isEqualTo("{noop}geheim");
    }

    private static MockEnvironment environment(String demo, String url) {
        MockEnvironment environment = new MockEnvironment();
        if (demo != null) {
            environment.setProperty("dossierwerk.demo", demo);
        }
        if (url != null) {
            environment.setProperty("spring.datasource.url", url);
        }
        return environment;
    }
}

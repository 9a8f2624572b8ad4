package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.dossierwerk.Dossierwerk;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The product does not start where nobody could sign in, and says what to do; no database is touched. */
@ExtendWith(OutputCaptureExtension.class)
class RefuseToStartTest {

    @ParameterizedTest
    @ValueSource(strings = {"--spring.datasource.url=jdbc:postgresql://localhost:1/none", "--dossierwerk.demo=false"})
    void without_a_way_to_sign_in_it_stops_with_advice(String setting, CapturedOutput output) {
        Throwable stopped = catchThrowable(() -> SpringApplication.run(Dossierwerk.class, setting, "--server.port=0"));

        assertThat(stopped).isInstanceOf(NobodyCanSignIn.class);
        assertThat(output).contains("APPLICATION FAILED TO START", "spring.security.oauth2.client.registration", "dossierwerk.demo=true")
                .doesNotContain("Embedded PostgreSQL on port", "HikariPool");
    }
}

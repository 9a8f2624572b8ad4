package be.dossierwerk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.shared.Installation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A copy of the database sends nothing until somebody confirms that very copy. */
@DossierwerkTest
@Transactional
class ConfirmInstallationTest {

    private static final String ORIGIN = "waar de kopie vandaan komt";

    @Autowired private Installation installation;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void restore() {
        jdbc.sql("update installation set identity = ?").param(ORIGIN).update();
    }

    @Test
    void without_a_word_it_stays_held() {
        new ConfirmInstallation(installation, "").confirm();

        assertThat(installation.maySend()).isFalse();
    }

    @Test
    void the_confirmation_of_another_copy_does_not_count() {
        new ConfirmInstallation(installation, ORIGIN).confirm();

        assertThat(installation.maySend()).isFalse();
    }

    @Test
    void confirmed_it_sends_again_and_needs_the_word_no_more() {
        new ConfirmInstallation(installation, installation.identity()).confirm();
        new ConfirmInstallation(installation, "").confirm();

        assertThat(installation.maySend()).isTrue();
    }
}

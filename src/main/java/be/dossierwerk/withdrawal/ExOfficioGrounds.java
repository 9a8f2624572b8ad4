package be.dossierwerk.withdrawal;

import be.dossierwerk.deposit.DepositEnd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The grounds of the table {@code withdrawal_ground} that hold on a day, each with its path. */
@Service
public class ExOfficioGrounds {

    private final JdbcClient jdbc;

    ExOfficioGrounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<ExOfficioGround> on(LocalDate day) {
        return jdbc.sql("select distinct on (code) * from withdrawal_ground where valid_from <= ? order by code, valid_from desc").param(day)
                .query(ExOfficioGrounds::ground).list();
    }

    @Transactional(readOnly = true)
    public Optional<ExOfficioGround> find(String code, LocalDate day) {
        return on(day).stream().filter(ground -> ground.code().equals(code)).findFirst();
    }

    private static ExOfficioGround ground(ResultSet row, int i) throws SQLException {
        return new ExOfficioGround(row.getString("code"), row.getString("name"), row.getString("article"), row.getString("evidence"), row.getBoolean("bound"),
                row.getBoolean("facts_undisputed"), row.getBoolean("committee"), row.getBoolean("awaits_proof"),
                DepositEnd.valueOf(row.getString("deposit_end")), row.getString("source"));
    }
}

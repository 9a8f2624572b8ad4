package be.dossierwerk.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Amounts and limits as they hold on a day. */
@Service
public class DatedParameters {

    /** The address of the screen; {@code dag} chooses the day. */
    public static final String SCREEN = "bedragen";

    private final JdbcClient jdbc;

    DatedParameters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What nobody recorded for that day is not in it. {@code kinds}: of one list. */
    @Transactional(readOnly = true)
    public <K extends ParameterKind> Map<K, DatedParameter<K>> on(LocalDate day, Collection<K> kinds) {
        Map<String, K> byName = kinds.stream().collect(Collectors.toMap(ParameterKind::name, Function.identity()));
        Map<K, DatedParameter<K>> values = new LinkedHashMap<>();
        jdbc.sql("""
                select distinct on (code) code, amount, valid_from, valid_to, source from dated_parameter
                where list = :list and code in (:codes) and valid_from <= :day and (valid_to is null or valid_to >= :day) order by code, valid_from desc, id desc""")
                .param("list", kinds.iterator().next().list()).param("codes", byName.keySet()).param("day", day).query(row -> {
                    K kind = byName.get(row.getString(1));
                    values.put(kind, new DatedParameter<>(kind, row.getBigDecimal(2), row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class), row.getString(5)));
                });
        return values;
    }

    /** @throws IllegalStateException when nobody recorded it for that day; for what the product itself recorded at the start */
    @Transactional(readOnly = true)
    public BigDecimal get(ParameterKind kind, LocalDate day) {
        DatedParameter<ParameterKind> value = on(day, List.of(kind)).get(kind);
        if (value == null) {
            throw new IllegalStateException("no %s on %s".formatted(kind, day));
        }
        return value.amount();
    }
}

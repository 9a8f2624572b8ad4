package be.dossierwerk.payment;

import static org.assertj.core.api.Assertions.assertThat;

import be.dossierwerk.payment.PayableBalances.Balance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an overview is told of many dossiers at once is what {@link Payables} says of each. */
class PayableBalancesTest {

    private static PaymentDesk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new PaymentDesk();
    }

    @AfterAll
    static void close() throws Exception {
        desk.close();
    }

    @Test
    void it_follows_a_payment_to_the_bank_and_back() {
        String paid = desk.granted("12.50");
        String returned = desk.granted("30.00");
        assertThat(balances(paid, returned, "DC-NIETS-1")).containsOnlyKeys(paid, returned).containsEntry(paid, new Balance(new BigDecimal("12.50"), PayableState.BETAALBAAR, null, null));
        String run = desk.wholeRun();
        List<RunLine> lines = desk.lines(run);
        assertThat(balances(paid).get(paid)).isEqualTo(new Balance(new BigDecimal("12.50"), PayableState.VERZONDEN, run, null));
        assertThat(balances(paid).get(paid).paid()).isEqualTo("0.00");

        desk.read(desk.bank.statement(lines.stream().map(line -> InventedBank.debit(line.endToEnd(), line.amount().toPlainString(), PaymentDesk.TODAY, "B" + line.id()))
                .toArray(String[]::new)));
        assertThat(balances(paid).get(paid)).isEqualTo(new Balance(new BigDecimal("12.50"), PayableState.BETAALD, run, PaymentDesk.TODAY));
        assertThat(balances(paid).get(paid).paid()).isEqualTo("12.50");
        RunLine back = lines.stream().filter(line -> line.dossier().equals(returned)).findFirst().orElseThrow();
        desk.read(desk.bank.statement(InventedBank.credit(back.endToEnd(), "30.00", PaymentDesk.TODAY, "R1", "AC04")));
        assertThat(balances(returned).get(returned)).isEqualTo(new Balance(new BigDecimal("30.00"), PayableState.BETAALBAAR, run, null));
    }

    private static Map<String, Balance> balances(String... dossiers) {
        return desk.bean(PayableBalances.class).of(List.of(dossiers));
    }
}

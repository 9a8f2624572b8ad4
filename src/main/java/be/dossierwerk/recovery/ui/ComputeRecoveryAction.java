package be.dossierwerk.recovery.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.recovery.ComputeRecovery;
import be.dossierwerk.recovery.Recoveries;
import be.dossierwerk.recovery.VoucherLine;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.security.Roles;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The handler fills in which vouchers of which month have no work behind them; the earlier lines stand ready to be changed. */
@Component
class ComputeRecoveryAction implements DossierAction {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yyyy");
    /** As far back as the longest limitation reaches. */
    private static final int MONTHS = 132;

    /** The fields of one line; the answer about the work is true where it is proven. */
    private record Row(ComboBox<YearMonth> month, IntegerField vouchers, ComboBox<Boolean> proven, TextField evidence) {

        VoucherLine line() {
            return new VoucherLine(month.getValue(), vouchers.isEmpty() ? 0 : vouchers.getValue(), Boolean.TRUE.equals(proven.getValue()), evidence.getValue().strip());
        }
    }

    private final Recoveries recoveries;
    private final ComputeRecovery computeRecovery;
    private final CurrentActor currentActor;
    private final Clock clock;

    ComputeRecoveryAction(Recoveries recoveries, ComputeRecovery computeRecovery, CurrentActor currentActor, Clock clock) {
        this.recoveries = recoveries;
        this.computeRecovery = computeRecovery;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public String label() {
        return "recovery.compute.title";
    }

    @Override
    public boolean offered(String dossier) {
        return currentActor.get().has(Roles.HANDLER) && !recoveries.inProcedure(dossier) && recoveries.of(dossier).map(standing -> standing.decision().isEmpty()).orElse(false);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("recovery.compute.title", "recovery.compute.what-happens", "recovery.compute.done");
        Div lines = new Div();
        List<Row> rows = new ArrayList<>();
        dialog.show(lines);
        recoveries.lines(dossier).forEach(line -> fill(add(dialog, lines, rows), line.facts()));
        if (rows.isEmpty()) {
            add(dialog, lines, rows);
        }
        dialog.show(new Button(dialog.getTranslation("recovery.compute.add"), click -> add(dialog, lines, rows).month().focus()));
        dialog.offer("recovery.compute.confirm", () -> computeRecovery.compute(dossier, rows.stream().map(Row::line).toList()), done);
    }

    private Row add(ActDialog dialog, Div lines, List<Row> rows) {
        String at = "lines[" + rows.size() + "].";
        YearMonth now = YearMonth.now(clock);
        ComboBox<YearMonth> month = dialog.known(at + "month", new ComboBox<>(dialog.getTranslation("recovery.column.month"),
                IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList()));
        month.setItemLabelGenerator(MONTH::format);
        IntegerField vouchers = dialog.known(at + "vouchers", new IntegerField(dialog.getTranslation("recovery.column.vouchers")));
        ComboBox<Boolean> proven = dialog.known(at + "proven", new ComboBox<>(dialog.getTranslation("recovery.column.work"), false, true));
        proven.setItemLabelGenerator(yes -> dialog.getTranslation(yes ? "recovery.line.proven" : "recovery.line.unproven"));
        proven.setValue(false);
        TextField evidence = dialog.known(at + "evidence", new TextField(dialog.getTranslation("recovery.column.evidence")));
        Row row = new Row(month, vouchers, proven, evidence);
        rows.add(row);
        Div group = new Div(month, vouchers, proven, evidence);
        group.addClassName("dw-block");
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", dialog.getTranslation("recovery.compute.line", rows.size()));
        group.getChildren().forEach(field -> field.getElement().getStyle().set("width", "100%"));
        lines.add(group);
        return row;
    }

    private static void fill(Row row, VoucherLine line) {
        row.month().setValue(line.month());
        row.vouchers().setValue(line.vouchers());
        row.proven().setValue(line.proven());
        row.evidence().setValue(line.evidence());
    }
}

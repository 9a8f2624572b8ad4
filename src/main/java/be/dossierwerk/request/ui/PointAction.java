package be.dossierwerk.request.ui;

import be.dossierwerk.dossier.DossierAction;
import be.dossierwerk.dossier.DossierList;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.request.OpenbaarheidRequests;
import be.dossierwerk.request.PointToDocument;
import be.dossierwerk.request.Requests;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.ui.ActDialog;
import com.vaadin.flow.component.combobox.ComboBox;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Points, for something that is asked for, to the document of the dossier where it lives. */
@Component
class PointAction implements DossierAction {

    private final PointToDocument pointToDocument;
    private final OpenbaarheidRequests openbaarheid;
    private final Requests requests;
    private final DossierList dossiers;

    PointAction(PointToDocument pointToDocument, OpenbaarheidRequests openbaarheid, Requests requests, DossierList dossiers) {
        this.pointToDocument = pointToDocument;
        this.openbaarheid = openbaarheid;
        this.requests = requests;
        this.dossiers = dossiers;
    }

    @Override
    public String label() {
        return "request.point.title";
    }

    @Override
    public boolean offered(String dossier) {
        return pointToDocument.available(dossier);
    }

    @Override
    public void open(String dossier, Runnable done) {
        ActDialog dialog = new ActDialog("request.point.title", "request.point.what", "request.point.done");
        ComboBox<OpenbaarheidRequests.Item> item = dialog.field("item", new ComboBox<>(dialog.getTranslation("request.point.item")));
        List<OpenbaarheidRequests.Item> items = openbaarheid.items(dossier);
        item.setItems(items);
        item.setItemLabelGenerator(OpenbaarheidRequests.Item::description);
        ComboBox<DossierList.Row> from = dialog.field("from", new ComboBox<>(dialog.getTranslation("request.point.from")));
        from.setItems(query -> dossiers.page(new DossierList.Filter(query.getFilter().orElse(""), null, null, null), query.getOffset(), query.getLimit()).stream());
        from.setItemLabelGenerator(row -> row.number() + " · " + row.subject());
        ComboBox<Dossiers.Document> document = dialog.field("document", new ComboBox<>(dialog.getTranslation("request.point.document")));
        document.setItemLabelGenerator(each -> each.title() + " (" + Dates.table(each.dated() == null ? LocalDate.ofInstant(each.addedAt(), MovableClock.BRUSSELS)
                : each.dated()) + ")");
        document.setHelperText(dialog.getTranslation("request.point.document-help"));
        from.addValueChangeListener(change -> document.setItems(change.getValue() == null ? List.of() : pointToDocument.choices(change.getValue().number())));
        items.stream().filter(each -> each.document() == null).findFirst().ifPresent(item::setValue);
        requests.find(dossier).map(Requests.Request::about).flatMap(about -> dossiers.page(new DossierList.Filter(about, null, null, null), 0, 1).stream().findFirst())
                .ifPresent(from::setValue);
        dialog.offer("request.point.confirm", () -> pointToDocument.point(dossier, item.getValue() == null ? null : item.getValue().id(),
                from.getValue() == null ? null : from.getValue().number(), document.getValue() == null ? null : document.getValue().id()), done);
    }
}

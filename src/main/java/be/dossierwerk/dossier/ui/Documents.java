package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.AttachDocument;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of a dossier, and beside them the one that is being read. */
class Documents extends Div {

    private static final Set<String> SHOWN_AS_IMAGE = Set.of("image/png", "image/jpeg");

    /** {@code chosen}: the id of the document to read, or null; {@code changed} draws the page again. */
    Documents(ShowDossier.Sheet sheet, String chosen, AttachDocument attach, Runnable changed) {
        addClassName("dw-documents");
        String number = sheet.details().number();
        Div left = new Div();
        if (sheet.mayFile()) {
            left.add(new Button(getTranslation("dossier.attach.open"), click -> new AttachDialog(sheet, attach, changed).open()));
        }
        if (sheet.documents().isEmpty()) {
            left.add(new Paragraph(getTranslation("dossier.documents.empty")));
        }
        UnorderedList list = new UnorderedList();
        sheet.documents().forEach(document -> list.add(item(number, document, document.id().toString().equals(chosen))));
        left.add(list);
        if (sheet.hidden() > 0) {
            left.add(new Paragraph(sheet.hidden() == 1 ? getTranslation("dossier.documents.hidden-one")
                    : getTranslation("dossier.documents.hidden", String.valueOf(sheet.hidden()))));
        }
        add(left);
        sheet.documents().stream().filter(document -> document.id().toString().equals(chosen)).findFirst()
                .ifPresentOrElse(document -> add(preview(document)), () -> {
                    if (!sheet.documents().isEmpty()) {
                        Paragraph hint = new Paragraph(getTranslation("dossier.documents.choose"));
                        hint.addClassName("dw-documents-hint");
                        add(hint);
                    }
                });
    }

    private Component item(String number, Dossiers.Document document, boolean chosen) {
        Anchor title = new PageLink("dossier/" + number + "?deel=" + DossierView.DOCUMENTS + "&document=" + document.id(), document.title());
        Span about = new Span(Stream.of(Words.of(this, "dossier.kind.", document.kind()), Dates.table(document.dated()), size(document.bytes()))
                .filter(part -> !part.isBlank()).collect(Collectors.joining(" · ")));
        about.addClassName("dw-note");
        ListItem item = new ListItem(title, about);
        if (chosen) {
            title.getElement().setAttribute("aria-current", "true");
            item.addClassName("dw-chosen");
        }
        return item;
    }

    private Component preview(Dossiers.Document document) {
        String address = "documenten/" + document.id();
        Anchor open = new Anchor(address, getTranslation("dossier.documents.open"));
        open.setTarget("_blank");
        open.setRouterIgnore(true);
        Anchor save = new Anchor(address + "?bewaar=true", getTranslation("dossier.documents.save"));
        save.setRouterIgnore(true);
        Div links = new Div(open, save);
        links.addClassName("dw-preview-links");
        Span added = new Span(getTranslation("dossier.documents.added", document.addedByName(), Dates.prose(Moments.day(document.addedAt()))));
        added.addClassName("dw-note");
        Section preview = new Section(new H3(document.title()), added, links);
        preview.addClassName("dw-preview");
        preview.getElement().setAttribute("aria-label", getTranslation("dossier.documents.preview", document.title()));
        if (document.mediaType().equals("application/pdf")) {
            IFrame frame = new IFrame(address + "#navpanes=0&view=FitH");
            frame.getElement().setAttribute("title", document.title());
            preview.add(frame);
        } else if (SHOWN_AS_IMAGE.contains(document.mediaType())) {
            preview.add(new Image(address, document.title()));
        } else {
            preview.add(new Paragraph(getTranslation("dossier.documents.no-preview")));
        }
        return preview;
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? Math.max(1, bytes / 1_000) + "\u00a0kB" : bytes / 1_000_000 + "\u00a0MB";
    }
}

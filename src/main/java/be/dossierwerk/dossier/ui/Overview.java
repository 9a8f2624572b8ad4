package be.dossierwerk.dossier.ui;

import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.dossier.ShowDossier;
import be.dossierwerk.dossier.Words;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.EnterpriseNumber;
import be.dossierwerk.shared.NationalNumber;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;

/** The facts, the parties and the terms of a dossier. */
class Overview extends Div {

    Overview(ShowDossier.Sheet sheet, Component terms) {
        add(facts(sheet.details()), new H3(getTranslation("dossier.parties.title")), parties(sheet), new H3(getTranslation("dossier.terms.title")),
                terms);
    }

    private Component facts(Dossiers.Details details) {
        DescriptionList list = new DescriptionList();
        list.addClassName("dw-facts");
        fact(list, "procedure", Words.of(this, "dossier.procedure.", details.procedure()));
        fact(list, "enterprise", EnterpriseNumber.isValid(details.enterpriseNumber()) ? EnterpriseNumber.format(details.enterpriseNumber())
                : details.enterpriseNumber());
        fact(list, "municipality", details.municipality());
        fact(list, "email", details.email());
        fact(list, "source", Words.of(this, "dossier.source.", details.source()));
        fact(list, "received", Dates.prose(details.receivedOn()));
        fact(list, "registered", getTranslation("dossier.at", Dates.prose(Moments.day(details.registeredAt())), Moments.time(details.registeredAt())));
        fact(list, "outcome", Words.of(this, "dossier.outcome.", details.outcome()));
        fact(list, "closed", details.closedOn() == null ? null : Dates.prose(details.closedOn()));
        return list;
    }

    private void fact(DescriptionList list, String key, String value) {
        if (value != null && !value.isBlank()) {
            list.add(new DescriptionList.Term(getTranslation("dossier.fact." + key)), new DescriptionList.Description(value));
        }
    }

    private Component parties(ShowDossier.Sheet sheet) {
        if (sheet.parties().isEmpty()) {
            return new Paragraph(getTranslation("dossier.parties.empty"));
        }
        boolean numbers = sheet.parties().stream().anyMatch(party -> party.nationalNumber() != null);
        NativeTable table = numbers ? table("name", "role", "national-number") : table("name", "role");
        for (Dossiers.Party party : sheet.parties()) {
            NativeTableRow row = new NativeTableRow();
            row.addDataCell().setText(party.address() == null ? party.name() : party.name() + ", " + party.address());
            row.addDataCell().setText(Words.of(this, "dossier.role.", party.role()));
            if (numbers) {
                row.addDataCell().setText(NationalNumber.isValid(party.nationalNumber()) ? NationalNumber.format(party.nationalNumber()) : "");
            }
            table.getBody().add(row);
        }
        return scrolling(table, "dossier.parties.title");
    }

    private NativeTable table(String... columns) {
        NativeTable table = new NativeTable();
        table.addClassName("dw-table");
        NativeTableRow head = new NativeTableRow();
        for (String column : columns) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(getTranslation("dossier.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        return table;
    }

    /** A table wider than a phone scrolls by itself, also with the keyboard; the page does not. */
    private Component scrolling(NativeTable table, String label) {
        Div frame = new Div(table);
        frame.addClassName("dw-scroll");
        frame.getElement().setAttribute("tabindex", "0").setAttribute("role", "region").setAttribute("aria-label", getTranslation(label));
        return frame;
    }
}

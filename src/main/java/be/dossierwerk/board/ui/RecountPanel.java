package be.dossierwerk.board.ui;

import be.dossierwerk.board.RecountPeriod;
import be.dossierwerk.board.RecountPeriod.Later;
import be.dossierwerk.board.RecountPeriod.NormLine;
import be.dossierwerk.board.RecountPeriod.Recount;
import be.dossierwerk.board.RecountPeriod.VolumeLine;
import be.dossierwerk.board.ShowBoard.Result;
import be.dossierwerk.shared.ui.CardTable;
import be.dossierwerk.shared.ui.PageLink;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;

/** What was frozen beside what comes out again, number by number, and beside what the same days give today, with what became known since. */
class RecountPanel extends Div {

    private final transient BoardWords words;

    RecountPanel(Recount recount, RecountPeriod recountPeriod, BoardWords words) {
        this.words = words;
        add(verdict(recount), norms(recount), volumes(recount));
        List<NormLine> otherwise = recount.norms().stream().filter(line -> !line.sameToday()).toList();
        if (otherwise.isEmpty()) {
            add(new Paragraph(text("same-today")));
            return;
        }
        add(new H2(text("since")));
        otherwise.forEach(line -> add(since(line, recountPeriod.later(recount.frozen(), line.definition()))));
    }

    private Div verdict(Recount recount) {
        Div verdict = new Div(new Paragraph(recount.holds() ? text("holds", recount.norms().size() + recount.volumes().size()) : text("does-not-hold")));
        verdict.addClassName("dw-board-result");
        verdict.getElement().setAttribute("role", "status");
        if (!recount.kept()) {
            verdict.add(new Paragraph(text("not-kept")));
        }
        if (!recount.inChain()) {
            verdict.add(new Paragraph(text("not-in-chain")));
        }
        if (recount.differences() > 0) {
            verdict.add(new Paragraph(text("differences", recount.differences())));
        }
        return verdict;
    }

    private Div norms(Recount recount) {
        CardTable table = new CardTable(text("norms"), List.of(getTranslation("board.screen.norm"), text("frozen"), text("again"), text("compared"), text("today")));
        for (NormLine line : recount.norms()) {
            if (!line.same() || !line.sameToday() || line.frozen().counted() + line.frozenBefore().counted() > 0) {
                table.row(FrozenFigures.whole(line.definition()), both(line, line.frozen(), line.frozenBefore()), both(line, line.again(), line.againBefore()), text(line.same() ? "same" : "differs"),
                        line.today() == null ? text("no-more") : both(line, line.today(), line.todayBefore()));
            }
        }
        return new Div(new H2(text("norms")), table);
    }

    private String both(NormLine line, Result now, Result before) {
        return text("both", words.result(now, line.definition().decimals()), words.result(before, line.definition().decimals()));
    }

    private Div volumes(Recount recount) {
        CardTable table = new CardTable(text("volumes"), List.of(getTranslation("board.screen.volume"), text("frozen"), text("again"), text("compared"), text("today")));
        for (VolumeLine line : recount.volumes()) {
            table.row(line.name(), both(line, line.frozen(), line.frozenBefore()), both(line, line.again(), line.againBefore()), text(line.same() ? "same" : "differs"),
                    line.today() == null ? text("no-more") : both(line, line.today(), line.todayBefore()));
        }
        return new Div(new H2(text("volumes")), table);
    }

    private String both(VolumeLine line, BigDecimal now, BigDecimal before) {
        return text("both", words.amount(now, line.euro()), words.amount(before, line.euro()));
    }

    private Details since(NormLine line, List<Later> later) {
        UnorderedList list = new UnorderedList();
        if (line.versionToday() != 0 && line.versionToday() != line.version()) {
            list.add(new ListItem(new PageLink(VersionView.address(line.definition().code(), line.versionToday()), text("other-version", line.versionToday(), line.version()))));
        }
        later.forEach(event -> list.add(new ListItem(text(event.ended() ? "ended" : "came", event.dossier(), words.event(event.event()), words.day(event.at().toLocalDate()),
                DefinitionSection.day(event.known(), words)))));
        Details details = new Details(FrozenFigures.whole(line.definition()), list);
        details.setOpened(true);
        return details;
    }

    private String text(String key, Object... args) {
        return getTranslation("board.frozen." + key, args);
    }
}

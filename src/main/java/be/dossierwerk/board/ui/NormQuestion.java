package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowNorm.Wanted;
import be.dossierwerk.board.ShowTrend.Step;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Optional;

/** Everything that the address of a norm's page asks: the periods, which dossiers from which on, and the step of its course. */
record NormQuestion(String code, AskedPeriods asked, Wanted wanted, int from, Step step) {

    private static final String YES = "ja";
    private static final String NO = "nee";
    private static final String BY_MONTH = "maand";

    static NormQuestion of(String code, QueryParameters query, Period otherwise) {
        AskedPeriods asked = AskedPeriods.of(query, otherwise);
        Optional<String> met = query.getSingleParameter("gehaald");
        if (met.isPresent() && !List.of(YES, NO).contains(met.get())) {
            throw new Refused("board.address", List.of(new Refused.Field("gehaald", "board.address.met", "gehaald", met.get())));
        }
        return new NormQuestion(code, asked, new Wanted(met.map(YES::equals).orElse(null), AddressParts.text(query, "soort"), AddressParts.text(query, "kanaal"),
                AddressParts.text(query, "zoek"), AddressParts.text(query, "groep")), AddressParts.from(query), query.getSingleParameter("per").filter(BY_MONTH::equals).isPresent() ? Step.MONTH : Step.QUARTER);
    }

    NormQuestion with(AskedPeriods other) {
        return new NormQuestion(code, other, wanted, 0, step);
    }

    NormQuestion with(Wanted other) {
        return new NormQuestion(code, asked, other, 0, step);
    }

    NormQuestion met(Boolean met) {
        return with(new Wanted(met, wanted.kind(), wanted.channel(), wanted.number(), wanted.group()));
    }

    NormQuestion group(String group) {
        return with(new Wanted(wanted.met(), wanted.kind(), wanted.channel(), wanted.number(), group));
    }

    NormQuestion from(int first) {
        return new NormQuestion(code, asked, wanted, Math.max(0, first), step);
    }

    NormQuestion by(Step other) {
        return new NormQuestion(code, asked, wanted, from, other);
    }

    String address() {
        return NormView.address(code, asked) + (wanted.met() == null ? "" : "&gehaald=" + (wanted.met() ? YES : NO)) + AddressParts.part("soort", wanted.kind())
                + AddressParts.part("kanaal", wanted.channel()) + AddressParts.part("zoek", wanted.number()) + AddressParts.part("groep", wanted.group())
                + (from == 0 ? "" : "&vanaf=" + from) + (step == Step.MONTH ? "&per=" + BY_MONTH : "");
    }
}

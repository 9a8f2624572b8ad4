package be.dossierwerk.board.ui;

import be.dossierwerk.board.ShowBoard.Period;
import be.dossierwerk.board.ShowVolume.Wanted;
import com.vaadin.flow.router.QueryParameters;

/** Everything that the address of a volume's page asks: the periods, and which events from which on. */
record VolumeQuestion(String measure, String indicator, AskedPeriods asked, Wanted wanted, int from) {

    static VolumeQuestion of(String measure, String indicator, QueryParameters query, Period otherwise) {
        return new VolumeQuestion(measure, indicator, AskedPeriods.of(query, otherwise), new Wanted(AddressParts.text(query, "soort"), AddressParts.text(query, "kanaal"),
                AddressParts.text(query, "zoek")), AddressParts.from(query));
    }

    VolumeQuestion with(AskedPeriods other) {
        return new VolumeQuestion(measure, indicator, other, wanted, 0);
    }

    VolumeQuestion with(Wanted other) {
        return new VolumeQuestion(measure, indicator, asked, other, 0);
    }

    VolumeQuestion from(int first) {
        return new VolumeQuestion(measure, indicator, asked, wanted, Math.max(0, first));
    }

    String address() {
        return VolumeView.address(measure, indicator, asked) + AddressParts.part("soort", wanted.kind()) + AddressParts.part("kanaal", wanted.channel())
                + AddressParts.part("zoek", wanted.number()) + (from == 0 ? "" : "&vanaf=" + from);
    }
}

package be.dossierwerk.procedurechange;

import java.util.List;

/** Says what a change does, one Dutch sentence for each difference; the author starts the release notes from it. */
public interface ChangeSentences {

    List<String> of(Proposal proposal);
}

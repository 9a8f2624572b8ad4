package be.dossierwerk.procedurechange;

import be.dossierwerk.procedurechange.DifferenceSentences.Sentence;
import be.dossierwerk.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Says in sentences what a proposal changes; the author starts the release notes from them (ideas.md 19, "A manager" 6). */
@Service
public class CompareProposal {

    /** What changes in one file. {@code element}: what to show in the drawing, empty for nothing; a text's order is the order of the new version. */
    public record Said(String text, Difference.Kind kind, List<String> elements) { }

    /** A file with its sentences; {@code title}: as people call it. */
    public record OfFile(String file, String title, List<Said> said) { }

    private static final Locale DUTCH = Locale.forLanguageTag("nl-BE");

    private final JdbcClient jdbc;
    private final Texts texts;

    CompareProposal(JdbcClient jdbc, Texts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    /** Every file that changes, also when only its layout or spacing does. */
    public List<OfFile> compare(Proposal proposal, Locale locale) {
        DifferenceSentences sentences = sentences(proposal, locale);
        Map<String, List<Sentence>> said = sentences.of(ProposalDifferences.of(proposal));
        List<OfFile> files = new ArrayList<>();
        said.forEach((file, of) -> files.add(new OfFile(file, sentences.title(file),
                of.stream().map(each -> new Said(each.text(), each.kind(), each.elements())).toList())));
        proposal.changed().stream().filter(file -> !said.containsKey(file))
                .forEach(file -> files.add(new OfFile(file, sentences.title(file), List.of())));
        return files;
    }

    /** In Dutch, what is only drawn elsewhere left out; a sentence names its file where there are more. */
    public List<String> of(Proposal proposal) {
        List<OfFile> files = compare(proposal, DUTCH).stream().filter(file -> !file.said().isEmpty()).toList();
        List<String> all = new ArrayList<>();
        for (OfFile file : files) {
            file.said().stream().filter(said -> said.kind() != Difference.Kind.MOVED)
                    .forEach(said -> all.add(files.size() == 1 ? said.text() : file.title() + ": " + said.text()));
        }
        return all;
    }

    /** The name that people give to a file of the proposal. */
    public String title(Proposal proposal, String file, Locale locale) {
        return sentences(proposal, locale).title(file);
    }

    DifferenceSentences sentences(Proposal proposal, Locale locale) {
        Map<String, String> terms = new TreeMap<>();
        jdbc.sql("select distinct on (code) code, name from term_rule order by code, version desc").query((row, i) -> terms.put(row.getString(1), row.getString(2))).list();
        return new DifferenceSentences(ProcedureWords.of(terms, proposal.published(), proposal.proposed()), (key, args) -> texts.of(locale, key, args));
    }
}

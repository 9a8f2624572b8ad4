package be.dossierwerk.correspondence;

import be.dossierwerk.deadline.AccountReadings;
import be.dossierwerk.deadline.ShowAccount;
import be.dossierwerk.shared.Dates;
import be.dossierwerk.shared.Texts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Prints the account of a term as PDF/A: day by day for the file, or in plain sentences for the applicant. Printed, not kept. */
@Service
public class PrintAccount {

    private static final Locale FLEMISH = Locale.forLanguageTag("nl-BE");

    private final ShowAccount showAccount;
    private final AccountReadings readings;
    private final LetterFacts letterFacts;
    private final LetterPaper paper;
    private final Texts texts;

    PrintAccount(ShowAccount showAccount, AccountReadings readings, LetterFacts letterFacts, LetterPaper paper, Texts texts) {
        this.showAccount = showAccount;
        this.readings = readings;
        this.letterFacts = letterFacts;
        this.paper = paper;
        this.texts = texts;
    }

    /** @throws be.dossierwerk.shared.Refused as {@link ShowAccount#of} */
    public byte[] print(String dossier, String rule, boolean forApplicant) {
        ShowAccount.Sheet sheet = showAccount.of(dossier, rule, null, FLEMISH);
        readings.read(dossier);
        Map<String, Object> facts = new HashMap<>();
        facts.put("zinnen", sheet.plain());
        facts.put("bron", sheet.rule().source());
        facts.put("versie", texts.of(FLEMISH, "deadline.account.version-from", String.valueOf(sheet.rule().version()), Dates.table(sheet.rule().validFrom())));
        facts.put("kalender", sheet.calendarWords());
        facts.put("controlegetal", sheet.inputsHash());
        facts.put("dagen", sheet.days().stream().map(day -> Map.of("datum", Dates.table(day.date()), "telt", day.counts() ? "ja" : "nee",
                "stand", String.valueOf(day.total()), "waarom", day.why())).toList());
        facts.put("lijnen", sheet.lines().stream().map(line -> "%s (%s, %s)%s".formatted(line.inWords(), line.recordedBy(), Dates.table(line.recordedOn()),
                line.holds() ? "" : ": tegengeboekt door " + line.counteredBy())).toList());
        String kind = forApplicant ? "termijn-uitleg" : "termijnrekening";
        String title = sheet.rule().name() + (forApplicant ? ": hoe we de dagen tellen" : ": van dag tot dag");
        return paper.print(kind, letterFacts.of(dossier, kind, title, facts));
    }
}

package be.dossierwerk.mining;

import be.dossierwerk.shared.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table of elements for a spreadsheet, with what was asked and what each column means below it. */
@Service
public class ExportElements {

    private static final List<String> COLUMNS = List.of("proces", "element", "naam", "soort", "keer", "dossiers", "mediaan_dagen", "p90_dagen", "dagen", "dagen_wij", "dagen_aanvrager",
            "dagen_derde", "dagen_niemand");
    private static final Map<String, String> MEANING = Map.ofEntries(Map.entry("proces", "de procedure of de bouwsteen waarin het element staat"),
            Map.entry("element", "het element in het diagram"), Map.entry("naam", "zoals het in het diagram staat"), Map.entry("soort", "het soort element volgens BPMN"),
            Map.entry("keer", "hoe vaak een dossier het element betrad; een verhuizing naar een andere versie telt niet"), Map.entry("dossiers", "hoeveel verschillende dossiers het betraden"),
            Map.entry("mediaan_dagen", "de helft van de keren duurde hoogstens zo lang, in dagen en delen ervan"),
            Map.entry("p90_dagen", "negen van de tien keren duurden hoogstens zo lang"),
            Map.entry("dagen", "kalenderdagen dat dossiers er stonden, tussen ontvangst en afsluiting; elke dag van een dossier een keer per element"),
            Map.entry("dagen_wij", "dagen waarop op het einde van de dag een taak van ons open stond en geen pauze liep"),
            Map.entry("dagen_aanvrager", "dagen van een pauze voor de aanvrager, of met alleen een taak die op de aanvrager wacht"),
            Map.entry("dagen_derde", "dagen van een pauze voor een derde, of met alleen een taak die op een derde wacht"),
            Map.entry("dagen_niemand", "de andere dagen: het dossier wachtte op een datum, een bericht of op niemand"));

    private final AnalyseProcedure analyseProcedure;

    ExportElements(AnalyseProcedure analyseProcedure) {
        this.analyseProcedure = analyseProcedure;
    }

    /** @throws be.dossierwerk.shared.Refused security.role-missing, before anything is written */
    @Transactional(readOnly = true)
    public void write(Selection selection, Appendable out) {
        Analysis analysis = analyseProcedure.analyse(selection);
        try {
            // The mark tells a spreadsheet that this is UTF-8.
            out.append('\uFEFF');
            CSVPrinter rows = new CSVPrinter(out, CSVFormat.EXCEL.builder().setDelimiter(';').get());
            rows.printRecord(COLUMNS);
            for (Analysis.Element element : analysis.elements()) {
                rows.printRecord(element.process(), element.element(), SpreadsheetText.harmless(element.name()), element.kind(), element.times(), element.dossiers(),
                        decimal(element.median()), decimal(element.ninety()), element.total(), element.days().get(Party.WIJ), element.days().get(Party.AANVRAGER),
                        element.days().get(Party.DERDE), element.days().get(Party.NIEMAND));
            }
            rows.println();
            rows.printRecord("dossiers", analysis.dossiers());
            for (Map.Entry<String, String> asked : selection.query().entrySet()) {
                rows.printRecord(asked.getKey(), SpreadsheetText.harmless(asked.getValue()));
            }
            rows.println();
            for (String column : COLUMNS) {
                rows.printRecord(column, MEANING.get(column));
            }
            rows.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a comma, as spreadsheets here read it. */
    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
    }
}

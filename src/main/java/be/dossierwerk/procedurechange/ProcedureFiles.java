package be.dossierwerk.procedurechange;

import be.dossierwerk.engine.DiagramSet;
import be.dossierwerk.engine.Tags;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The files of a set as people know them: procedures, building blocks, decision tables and forms, by name. */
public final class ProcedureFiles {

    /** {@code folder}: the procedure it belongs to, such as erkenning or bouwstenen. */
    public record ProcedureFile(String path, String name, Kind kind, String folder) { }

    public enum Kind { PROCEDURE, BOUWSTEEN, TABEL, FORMULIER }

    /** What a file of a set may be called. */
    private static final Pattern PATH = Pattern.compile("bpmn/[a-z0-9-]{1,60}/[a-z0-9-]{1,60}\\.(?:bpmn|dmn)|forms/[a-z0-9-]{1,60}/[a-z0-9-]{1,60}\\.form");

    private ProcedureFiles() { }

    public static boolean isPath(String path) {
        return path != null && PATH.matcher(path).matches();
    }

    /** Procedures first, then building blocks, tables and forms, each by name. */
    public static List<ProcedureFile> of(DiagramSet set) {
        return set.paths().stream().map(path -> file(set, path)).sorted(Comparator.comparing(ProcedureFile::kind).thenComparing(ProcedureFile::name)).toList();
    }

    public static ProcedureFile file(DiagramSet set, String path) {
        String folder = path.split("/")[1];
        String text = set.text(path).orElse("");
        if (path.endsWith(".bpmn")) {
            return new ProcedureFile(path, Tags.firstName(text, "process").orElse(words(path)), folder.equals("bouwstenen") ? Kind.BOUWSTEEN : Kind.PROCEDURE, folder);
        }
        return path.endsWith(".dmn") ? new ProcedureFile(path, Tags.firstName(text, "decision").orElse(words(path)), Kind.TABEL, folder) : new ProcedureFile(path, words(path), Kind.FORMULIER, folder);
    }

    /** bpmn/erkenning/erkenning-voorstel.dmn becomes "Erkenning voorstel". */
    public static String words(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[a-z]+$", "").replace('-', ' ');
        return file.substring(0, 1).toUpperCase(Locale.ROOT) + file.substring(1);
    }
}

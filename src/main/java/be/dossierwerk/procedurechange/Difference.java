package be.dossierwerk.procedurechange;

/**
 * One thing in which two versions of a file differ. {@code element}: its id in the new version, in the old one when it is gone (a field's key in a form, a rule's id
 * in a table), empty for the whole file; before and after are as the file has them, empty where there is nothing.
 */
public record Difference(String file, String element, Kind kind, Aspect aspect, String before, String after, Subject subject) {

    public enum Kind { ADDED, REMOVED, MOVED, CHANGED, RECONNECTED }

    public enum Aspect {
        ELEMENT, NAME, WHO, FORM, TERM, CONDITION, OTHERWISE, SYSTEM_STEP, BLOCK, TASK_ROLE, SETTING, EXPLANATION, MESSAGE, INTERRUPTS, ATTACHED, DATA, EXECUTION,
        TYPE, PLACE, IDENTITY, LAYOUT,
        RULE, CELL, ORDER, COLUMN, HIT_POLICY, EXPRESSION,
        LABEL, REQUIRED, OPTIONS, HELP, READONLY, LIMITS, BUTTON,
        FILE, UNREADABLE, OTHER
    }

    /**
     * What a person calls the element. {@code type}: as the file names it; {@code from} and {@code to}: the names of what stands before and after it (of a flow: its
     * ends); {@code detail}: the column of a cell, the name of a setting.
     */
    public record Subject(String type, String name, String from, String to, String detail) {

        static Subject of(String type, String name) {
            return new Subject(type, name, "", "", "");
        }

        Subject about(String what) {
            return new Subject(type, name, from, to, what);
        }
    }

    static Difference of(String file, String element, Kind kind, Aspect aspect, String before, String after, Subject subject) {
        return new Difference(file, element, kind, aspect, before, after, subject);
    }

    /** Says nothing about what happens, only about where it is drawn. */
    public boolean isLayout() {
        return aspect == Aspect.LAYOUT;
    }

    boolean isFlow() {
        return subject.type().equals("sequenceFlow");
    }
}

package be.dossierwerk;

import java.sql.SQLRecoverableException;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks the connection to the database at one statement of a piece of work, in the thread that does it. */
public final class BrokenConnection {

    /** BEFORE the database hears the statement, or AFTER it did it and before its answer comes. */
    public enum When { BEFORE, AFTER }

    /**
     * {@code broke}: the work came as far as that statement; {@code atCommit}: that one was a commit; {@code sent}: how many statements and commits there were;
     * {@code failure}: what the work then threw, or null.
     */
    public record Outcome(boolean broke, boolean atCommit, int sent, RuntimeException failure) { }

    /** One connection of the pool, for as long as it is lent out. */
    static final class Line {
        private final AtomicInteger holder = HeldConnections.taken();
        private boolean cut;
        private boolean back;

        void givenBack() {
            if (!back) {
                back = true;
                HeldConnections.givenBack(holder);
            }
        }
    }

    private static final ThreadLocal<BrokenConnection> OF_THREAD = new ThreadLocal<>();

    private final int statement;
    private final When when;
    private int sent;
    private boolean broke;
    private boolean atCommit;

    private BrokenConnection(int statement, When when) {
        this.statement = statement;
        this.when = when;
    }

    /** Does the work; its connection breaks at its {@code statement}-th statement or commit, counted from one. */
    public static Outcome at(int statement, When when, Runnable work) {
        BrokenConnection plan = new BrokenConnection(statement, when);
        OF_THREAD.set(plan);
        RuntimeException failure = null;
        try {
            work.run();
        } catch (RuntimeException e) {
            failure = e;
        } finally {
            OF_THREAD.remove();
        }
        return new Outcome(plan.broke, plan.atCommit, plan.sent, failure);
    }

    /** Before the method is called on the real connection or statement. */
    static void before(Line line, String method) throws SQLRecoverableException {
        if (line.cut && speaks(method)) {
            throw gone();
        }
        BrokenConnection plan = OF_THREAD.get();
        if (plan != null && counts(method) && ++plan.sent == plan.statement && plan.when == When.BEFORE) {
            plan.cut(line, method);
        }
    }

    /** After it. */
    static void after(Line line, String method) throws SQLRecoverableException {
        BrokenConnection plan = OF_THREAD.get();
        if (plan != null && counts(method) && plan.sent == plan.statement && plan.when == When.AFTER && !plan.broke) {
            plan.cut(line, method);
        }
    }

    private void cut(Line line, String method) throws SQLRecoverableException {
        broke = true;
        atCommit = method.equals("commit");
        line.cut = true;
        throw gone();
    }

    private static boolean counts(String method) {
        return method.startsWith("execute") || method.equals("commit");
    }

    /** What needs the server, which commits too when it is told to commit by itself; a broken connection can still be given back, and then what it began is undone. */
    private static boolean speaks(String method) {
        return counts(method) || method.equals("rollback") || method.startsWith("prepare") || method.equals("setSavepoint") || method.equals("setAutoCommit");
    }

    private static SQLRecoverableException gone() {
        return new SQLRecoverableException("An I/O error occurred while sending to the backend.", "08006");
    }
}

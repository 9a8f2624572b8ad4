package be.dossierwerk.payment;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A machine that stops: before the n-th step, or for a commit also right after it. A step is a statement or a commit. Once stopped, every further
 * step fails until the machine is started again; the database rolls back what was open.
 */
final class StoppingDataSource extends DelegatingDataSource {

    private final List<String> steps = new ArrayList<>();
    private int stopAt = Integer.MAX_VALUE;
    private boolean afterCommit;
    private boolean stopped;

    StoppingDataSource(DataSource real) {
        super(real);
    }

    /** Counts from 1. */
    synchronized void stopAt(int step, boolean after) {
        steps.clear();
        stopAt = step;
        afterCommit = after;
        stopped = false;
    }

    synchronized void start() {
        stopAt(Integer.MAX_VALUE, false);
    }

    /** The steps since the last start. */
    synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    synchronized boolean stopped() {
        return stopped;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection(), null);
    }

    private synchronized void before(String step) throws SQLException {
        if (stopped) {
            throw new SQLException("the machine stands still");
        }
        steps.add(step);
        if (steps.size() == stopAt && !afterCommit) {
            stopped = true;
            throw new SQLException("the machine stopped before " + step);
        }
    }

    private synchronized void after(String step) throws SQLException {
        if (steps.size() == stopAt && afterCommit) {
            stopped = true;
            throw new SQLException("the machine stopped after " + step);
        }
    }

    private <T> T watched(Class<T> type, T real, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean commit = method.getName().equals("commit");
            String step = commit ? "commit" : method.getName().startsWith("execute") ? args != null && args.length > 0 ? String.valueOf(args[0]) : prepared : null;
            if (step != null) {
                before(step);
            }
            try {
                Object result = method.invoke(real, args);
                if (commit) {
                    after(step);
                }
                if (result instanceof Statement statement && method.getName().matches("prepareStatement|prepareCall|createStatement")) {
                    @SuppressWarnings("unchecked")
                    Class<Statement> kind = (Class<Statement>) (Class<?>) method.getReturnType();
                    return watched(kind, statement, args != null && args.length > 0 ? String.valueOf(args[0]) : null);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

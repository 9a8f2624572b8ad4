package be.dossierwerk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that a piece of work sends, in the thread that does it, lets a {@link BrokenConnection} break there, and tells {@link HeldConnections}. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedStatements {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();
    private static final Set<String> MAKE_STATEMENTS = Set.of("prepareStatement", "prepareCall", "createStatement");

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof Counting) ? new Counting(source) : bean;
            }
        };
    }

    /** The statements that the work sends, in order. */
    public static List<String> of(Runnable work) {
        SENT.set(new ArrayList<>());
        try {
            work.run();
            return SENT.get();
        } finally {
            SENT.remove();
        }
    }

    /** The same source, of which the statements count. */
    public static DataSource counted(DataSource source) {
        return new Counting(source);
    }

    private static final class Counting extends DelegatingDataSource {

        private Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws java.sql.SQLException {
            return counted(Connection.class, super.getConnection(), null, new BrokenConnection.Line());
        }
    }

    private static <T> T counted(Class<T> type, T real, String prepared, BrokenConnection.Line line) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            List<String> sent = SENT.get();
            if (sent != null && method.getName().startsWith("execute")) {
                sent.add(args != null && args.length > 0 && args[0] instanceof String sql ? sql : prepared);
            }
            if (real instanceof Connection && method.getName().equals("close")) {
                line.givenBack();
            }
            BrokenConnection.before(line, method.getName());
            try {
                Object result = method.invoke(real, args);
                BrokenConnection.after(line, method.getName());
                if (result instanceof Statement statement && MAKE_STATEMENTS.contains(method.getName())) {
                    @SuppressWarnings("unchecked")
                    Class<Statement> kind = (Class<Statement>) (Class<?>) method.getReturnType();
                    return counted(kind, statement, args != null && args.length > 0 ? String.valueOf(args[0]) : null, line);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}

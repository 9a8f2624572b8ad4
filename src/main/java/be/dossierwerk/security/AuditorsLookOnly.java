package be.dossierwerk.security;

import be.dossierwerk.shared.Refused;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.function.SingletonSupplier;

/**
 * Whatever an auditor calls, the database itself refuses to change anything: every connection that is given while an auditor acts is read-only, but for
 * the transactions that {@link AuditorsOwnActs} names. No use case can forget it (ADR 0031).
 */
@Configuration(proxyBeanMethods = false)
class AuditorsLookOnly {

    private static final String READ_ONLY_TRANSACTION = "25006";
    private static final ThreadLocal<Boolean> OWN_ACT = new ThreadLocal<>();

    @Bean
    static BeanPostProcessor readOnlyForAuditors(ObjectProvider<CurrentActor> currentActor) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof ReadOnlyForAuditors) ? new ReadOnlyForAuditors(source, currentActor) : bean;
            }
        };
    }

    /** Says whether the transaction that begins is one of the auditor's own, just before its connection is taken. */
    @Bean
    static TransactionExecutionListener auditorsOwnActs() {
        return new TransactionExecutionListener() {
            @Override
            public void beforeBegin(TransactionExecution transaction) {
                OWN_ACT.set(AuditorsOwnActs.contains(transaction.getTransactionName()));
            }

            @Override
            public void afterBegin(TransactionExecution transaction, Throwable failure) {
                OWN_ACT.remove();
            }
        };
    }

    private static final class ReadOnlyForAuditors extends DelegatingDataSource {

        private final Supplier<CurrentActor> currentActor;

        private ReadOnlyForAuditors(DataSource source, ObjectProvider<CurrentActor> currentActor) {
            super(source);
            this.currentActor = SingletonSupplier.of(currentActor::getObject);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (Boolean.TRUE.equals(OWN_ACT.get()) || !currentActor.get().get().onlyLooks()) {
                return connection;
            }
            session(connection, "set default_transaction_read_only = on");
            return guarded(Connection.class, connection);
        }
    }

    private static <T> T guarded(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (real instanceof Connection connection && method.getName().equals("close") && !connection.isClosed()) {
                session(connection, "reset default_transaction_read_only");
            }
            try {
                Object result = method.invoke(real, args);
                if (result instanceof Statement statement && real instanceof Connection) {
                    @SuppressWarnings("unchecked")
                    Class<Statement> kind = (Class<Statement>) method.getReturnType();
                    return guarded(kind, statement);
                }
                return result;
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof SQLException refused && READ_ONLY_TRANSACTION.equals(refused.getSQLState()) ? new Refused("security.auditor-looks-only") : e.getCause();
            }
        }));
    }

    /** A connection of which this cannot be said is thrown away: nobody may get it with the rights of somebody else. */
    private static void session(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                throw new SQLException("A connection that is still in a transaction");
            }
            statement.execute(setting);
        } catch (SQLException e) {
            connection.abort(Runnable::run);
            throw e;
        }
    }
}

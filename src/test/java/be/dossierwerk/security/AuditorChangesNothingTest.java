package be.dossierwerk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import be.dossierwerk.DossierwerkTest;
import be.dossierwerk.HeldConnections;
import be.dossierwerk.RowVersions;
import be.dossierwerk.demo.Acts;
import be.dossierwerk.demo.InventedApplications;
import be.dossierwerk.dossier.Dossiers;
import be.dossierwerk.engine.DueJobs;
import be.dossierwerk.inbox.ShowTask;
import be.dossierwerk.procedurechange.MoveBatch;
import be.dossierwerk.recognition.Application;
import be.dossierwerk.shared.MovableClock;
import be.dossierwerk.shared.Refused;
import com.vaadin.flow.server.RouteRegistry;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.auth.AccessAnnotationChecker;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * An auditor sees every view, changes nothing over HTTP, and whatever use case is called in an auditor's name, no row of any table is another than before
 * (ADR 0031). Views, endpoints and use cases are found, not listed: a new one is in this test by itself.
 */
@DossierwerkTest
@ExtendWith(HeldConnections.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorChangesNothingTest {

    /** Views that an auditor cannot open, and why. */
    private static final Map<String, String> NOT_FOR_AUDITORS = Map.ofEntries(
            Map.entry("nieuwe-aanvraag", "only for typing an application"), Map.entry("intrekking-aanvragen", "only for typing a request"),
            Map.entry("nieuw-inbreukdossier", "only for typing a report"), Map.entry("proces-verbaal-registreren", "only for typing a report"),
            Map.entry("opleidingen-aanvragen", "only for typing an application"), Map.entry("terugbetaling-aanvragen", "only for typing an application"),
            Map.entry("heroverweging-vragen", "only for typing a request"), Map.entry("beroep-raad-van-state", "only for typing a petition"),
            Map.entry("klacht-registreren", "only for typing a complaint"), Map.entry("documenten-aanvragen", "only for typing a request"),
            Map.entry("boordtabel/definities/nieuw", "only for typing a definition"),
            Map.entry("ondertekenen", "the pile of who signs; every decision in it stands in its dossier"));
    /** What a calculation that is done again at any time leaves behind: an auditor may ask for it (AuditorsOwnActs). */
    private static final Set<String> CALCULATED = Set.of("chain_check", "chain_finding", "clock_check", "clock_finding",
            "conformance_run", "conformance_checked", "conformance_finding", "conformance_act");
    /** Another one when the class is tried again in the same database. */
    private static int undertaking = 3_961;

    @Autowired private ApplicationContext beans;
    @Autowired private ServletContext servletContext;
    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private CurrentActor currentActor;
    @Autowired private DemoPeople people;
    @Autowired private Acts acts;
    @Autowired private Dossiers dossiers;
    @Autowired private ShowTask showTask;
    @Autowired private MoveBatch moveBatch;
    @Autowired private DueJobs jobs;
    @Autowired private MovableClock clock;
    private String dossier;
    private String task;

    @BeforeAll
    void a_dossier_with_a_task() {
        jobs.byHand();
        LocalDate today = LocalDate.of(2032, 4, 5);
        clock.moveTo(ZonedDateTime.of(today.atTime(9, 0), MovableClock.BRUSSELS));
        Application application = InventedApplications.make(undertaking++, today, true);
        dossier = acts.file(people.actor("els"), application, "PAPIER", today, InventedApplications.attachments(application));
        task = currentActor.as(people.actor("an"), () -> acts.task(dossier, "UserTask_VolledigheidNagaan"));
    }

    @AfterAll
    void clock_runs_again() {
        clock.release();
    }

    @Test
    void every_view_that_shows_data_is_open_to_an_auditor() {
        RouteRegistry routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servletContext));
        AccessAnnotationChecker checker = new AccessAnnotationChecker();
        Set<String> closed = new TreeSet<>();
        routes.getRegisteredRoutes().forEach(route -> {
            // Views that only tests have stand with the browser tests.
            if (!route.getNavigationTarget().getPackageName().equals("be.dossierwerk.browser") && !checker.hasAccess(route.getNavigationTarget(), () -> "ann", role -> role.equals(Roles.AUDITOR))) {
                closed.add(route.getTemplate());
            }
        });

        assertThat(routes.getRegisteredRoutes()).hasSizeGreaterThan(40);
        assertThat(closed).isEqualTo(new TreeSet<>(NOT_FOR_AUDITORS.keySet()));
    }

    @Test
    void every_endpoint_that_changes_something_is_closed_to_an_auditor() throws Exception {
        List<String> tried = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : beans.getBeansOfType(RequestMappingInfoHandlerMapping.class).values()) {
            for (var info : mapping.getHandlerMethods().keySet()) {
                Set<String> methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of("POST", "PUT", "DELETE", "PATCH")
                        : info.getMethodsCondition().getMethods().stream().map(Enum::name).filter(name -> !List.of("GET", "HEAD", "OPTIONS").contains(name)).collect(Collectors.toSet());
                for (String pattern : info.getPatternValues()) {
                    // The page of errors is told to whoever caused one.
                    for (String method : pattern.contains("error") ? Set.<String>of() : methods) {
                        String path = pattern.replaceAll("\\{[^{}/]*(?:\\{[^}]*\\}[^{}/]*)*\\}", "x").replace("/**", "/x");
                        int status = mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), path).contentType("application/json").content("{}")
                                .with(user("ann").roles(Roles.AUDITOR)).with(csrf())).andReturn().getResponse().getStatus();
                        assertThat(status).as(method + " " + path).isEqualTo(403);
                        tried.add(method + " " + path);
                    }
                }
            }
        }

        assertThat(tried).hasSizeGreaterThan(10).contains("POST /api/applications", "PUT /api/wijzigingen/x/bestand");
    }

    @Test
    void no_use_case_changes_a_row_for_an_auditor() {
        // What other tests left to be sent is sent before, and what they left to be moved is moved: by us, or by a round that runs meanwhile.
        ReflectionTestUtils.invokeMethod(beans.getBean("outbox"), "dispatchDue");
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            moveBatch.work();
            return jdbc.sql("select not exists (select from procedure_move_run where state = 'BEZIG')").query(Boolean.class).single();
        });
        RowVersions before = RowVersions.of(jdbc);
        Map<String, Integer> answers = new TreeMap<>();
        Set<Object> called = new HashSet<>();
        TransactionTemplate within = new TransactionTemplate(transactions);
        beans.getBeansWithAnnotation(Service.class).forEach((name, bean) -> {
            Class<?> type = AopUtils.getTargetClass(bean);
            // Due jobs and checks are the product's own, whoever asks for them.
            if (!type.getName().startsWith("be.dossierwerk.") || List.of("DueJobs", "CheckChains", "CheckConformance", "CheckInBackground").contains(type.getSimpleName())) {
                return;
            }
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                        && !AuditorsOwnActs.contains(type.getName() + "." + method.getName())) {
                    called.add(type);
                    answers.merge(asAuditor(() -> call(bean, method, true)), 1, Integer::sum);
                    // Also as part of what somebody else began, for those that only work so.
                    answers.merge(asAuditor(() -> within.execute(status -> call(bean, method, true))), 1, Integer::sum);
                    answers.merge(asAuditor(() -> call(bean, method, false)), 1, Integer::sum);
                }
            }
        });

        Set<String> changed = RowVersions.of(jdbc).changedSince(before);
        changed.removeAll(CALCULATED);
        assertThat(changed).as("tables that changed").isEmpty();
        assertThat(called).hasSizeGreaterThan(300);
        assertThat(answers.get("security.role-missing")).as("%s", answers).isGreaterThan(100);
        assertThat(answers.get("security.auditor-looks-only")).as("held up by the database itself: %s", answers).isGreaterThan(20);
    }

    @Test
    void the_database_itself_refuses_inside_and_outside_a_transaction_and_nobody_inherits_it() {
        Runnable note = () -> jdbc.sql("insert into note (id, dossier, text, written_at, author, author_name) values (?, ?, 'x', now(), 'ann', 'Ann')").params(UUID.randomUUID(), dossier).update();
        TransactionTemplate within = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> asAnn(note)).isInstanceOf(Refused.class).hasMessage("security.auditor-looks-only");
        assertThatThrownBy(() -> asAnn(() -> within.executeWithoutResult(status -> note.run()))).isInstanceOf(Refused.class).hasMessage("security.auditor-looks-only");
        assertThatThrownBy(() -> asAnn(() -> dossiers.note(dossier, "Zelf geschreven"))).isInstanceOf(Refused.class).hasMessage("security.auditor-looks-only");
        // Every connection of the pool, also those that an auditor had.
        for (int i = 0; i < 12; i++) {
            assertThat(jdbc.sql("show default_transaction_read_only").query(String.class).single()).isEqualTo("off");
        }
        currentActor.as(new Actor("ann", "Ann", Set.of(Roles.AUDITOR, Roles.TEAM_LEAD)), () -> {
            dossiers.note(dossier, "Als teamleider");
            return null;
        });
    }

    @Test
    void an_auditor_reads_a_task_without_leaving_a_trace_of_what_the_product_would_propose() {
        long before = jdbc.sql("select count(*) from decision_evaluation").query(Long.class).single();

        assertThat(currentActor.as(people.actor("ann"), () -> showTask.show(task)).mayWork()).isFalse();
        assertThat(jdbc.sql("select count(*) from decision_evaluation").query(Long.class).single()).isEqualTo(before);
    }

    @Test
    void what_an_auditor_may_write_stands_in_one_list_of_methods_that_exist() {
        AuditorsOwnActs.WHY.forEach((act, why) -> {
            assertThat(why).isNotBlank();
            String type = act.substring(0, act.lastIndexOf('.'));
            String module = type.substring(0, type.lastIndexOf('.') + 1);
            // A module that is still empty has no acts yet.
            if (beans.getBeansWithAnnotation(Service.class).values().stream().noneMatch(bean -> AopUtils.getTargetClass(bean).getName().startsWith(module))) {
                return;
            }
            // Two of them begin their transactions themselves, under the name of the method.
            assertThat(Arrays.stream(type(type).getDeclaredMethods()).filter(method -> Set.of("MakeEvidence", "KeepBundle").contains(type.substring(module.length()))
                            || AnnotatedElementUtils.hasAnnotation(method, org.springframework.transaction.annotation.Transactional.class))
                    .map(Method::getName)).as(act).contains(act.substring(act.lastIndexOf('.') + 1));
        });
    }

    private void asAnn(Runnable work) {
        currentActor.as(people.actor("ann"), () -> {
            work.run();
            return null;
        });
    }

    /** What came of it: the key of a refusal, the kind of a failure, or that it was answered. */
    private String asAuditor(Supplier<Object> work) {
        try {
            currentActor.as(people.actor("ann"), work);
            return "answered";
        } catch (Refused refused) {
            return refused.key();
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }

    private Object call(Object bean, Method method, boolean plausible) {
        Object[] arguments = Arrays.stream(method.getParameters()).map(parameter -> argument(parameter, plausible)).toArray();
        try {
            method.setAccessible(true);
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Object argument(Parameter parameter, boolean plausible) {
        return plausible || parameter.getType().isPrimitive() ? value(parameter.getName(), parameter.getType(), parameter.getParameterizedType(), 0) : null;
    }

    private Object value(String name, Class<?> type, Type generic, int depth) {
        if (type == String.class) {
            return Set.of("dossier", "number", "dossierNumber", "of").contains(name) ? dossier : Set.of("task", "taskId", "id").contains(name) ? task : "reden";
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == double.class || type == Double.class) {
            return 1.0;
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.TEN;
        }
        if (type == LocalDate.class) {
            return LocalDate.now(clock);
        }
        if (type == Instant.class) {
            return clock.instant();
        }
        if (type == YearMonth.class) {
            return YearMonth.now(clock);
        }
        if (type == UUID.class) {
            return UUID.randomUUID();
        }
        if (type == byte[].class) {
            return "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        }
        if (type == Actor.class) {
            return people.actor("ann");
        }
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (List.class.isAssignableFrom(type) || type == java.util.Collection.class || type == Iterable.class) {
            Object one = depth < 3 && generic instanceof ParameterizedType of && of.getActualTypeArguments()[0] instanceof Class<?> each ? value(name.replaceAll("s$", ""), each, each, depth + 1) : null;
            return one == null ? List.of() : List.of(one);
        }
        if (Set.class.isAssignableFrom(type)) {
            return Set.of();
        }
        if (Map.class.isAssignableFrom(type)) {
            return Map.of();
        }
        if (type.isRecord() && depth < 3) {
            return made(type, depth);
        }
        if (type.isInterface()) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> null);
        }
        return null;
    }

    private Object made(Class<?> type, int depth) {
        try {
            RecordComponent[] parts = type.getRecordComponents();
            var constructor = type.getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts).map(part -> value(part.getName(), part.getType(), part.getGenericType(), depth + 1)).toArray());
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("No class " + name, e);
        }
    }
}

package be.dossierwerk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import be.dossierwerk.inbox.SendTaskForm;
import be.dossierwerk.inbox.TaskAction;
import be.dossierwerk.security.CurrentActor;
import be.dossierwerk.shared.MovableClock;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** The rules that keep the engine replaceable, the screens thin and time in one place (ADR 0002, 0003). */
@AnalyzeClasses(packages = "be.dossierwerk", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineBoundaryTest {

    /** {@code now()} without a clock, whatever the type. */
    private static final DescribedPredicate<JavaCall<?>> NOW_WITHOUT_CLOCK = DescribedPredicate.describe("now() without a Clock",
            call -> call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class)));

    private static final DescribedPredicate<JavaCall<?>> REAL_CLOCK = DescribedPredicate.describe("a Clock of the machine",
            call -> call.getTargetOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system"));

    @ArchTest
    static final ArchRule only_the_engine_module_and_the_delegates_know_the_engine = noClasses()
            .that().resideOutsideOfPackages("..engine..", "..process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule screens_and_rest_use_neither_engine_nor_delegates = noClasses()
            .that().resideInAnyPackage("..ui..", "be.dossierwerk.api..")
            .should().dependOnClassesThat().resideInAnyPackage("org.camunda..", "..process..");

    @ArchTest
    static final ArchRule screens_never_touch_the_database = noClasses()
            .that().resideInAPackage("..ui..")
            .should().dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.postgresql.."));

    @ArchTest
    static final ArchRule nothing_but_screens_knows_the_screens = noClasses()
            .that().resideInAPackage("..process..").or().resideInAPackage("be.dossierwerk.api..")
            .should().dependOnClassesThat(resideInAPackage("..ui..").or(resideInAPackage("com.vaadin..")));

    @ArchTest
    static final ArchRule data_access_is_plain_sql = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.persistence..", "org.hibernate.Session..", "org.springframework.data..");

    @ArchTest
    static final ArchRule rows_are_read_whole = noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream")
            .because("such a stream holds its connection until somebody closes it; list().stream() does not");

    @ArchTest
    static final ArchRule names_say_what_a_class_is_for = noClasses()
            .that().areNotAnonymousClasses()
            .should().haveNameMatching(".*\\.([A-Za-z$]*)?(Manager|Helper|Utils?|Impl|Dto|DTO|Base)")
            .orShould().haveNameMatching(".*[.$](Base|Abstract)[A-Z].*")
            .orShould().haveSimpleNameContaining("Camunda");

    @ArchTest
    static final ArchRule beans_get_what_they_need_through_their_constructor = noFields()
            .should().beAnnotatedWith(Autowired.class)
            .orShould().beAnnotatedWith("jakarta.inject.Inject")
            .orShould().beAnnotatedWith("jakarta.annotation.Resource")
            .orShould().beAnnotatedWith("org.springframework.beans.factory.annotation.Value");

    /** Where who may send is checked for all of them (ADR 0021). */
    @ArchTest
    static final ArchRule a_task_s_form_is_sent_at_one_place_only = noClasses()
            .that().doNotHaveFullyQualifiedName(SendTaskForm.class.getName())
            .should().callMethodWhere(DescribedPredicate.describe("TaskAction.send",
                    call -> call.getName().equals("send") && call.getTargetOwner().isAssignableTo(TaskAction.class)));

    @ArchTest
    static final ArchRule the_use_case_of_a_task_asks_for_no_role_of_its_own = noClasses()
            .that().implement(TaskAction.class)
            .should().callMethodWhere(DescribedPredicate.describe("a role in send",
                    call -> call.getOrigin().getName().equals("send") && call.getTargetOwner().isEquivalentTo(CurrentActor.class) && call.getName().equals("require")));

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that().doNotHaveFullyQualifiedName(MovableClock.class.getName())
            .should().callMethodWhere(NOW_WITHOUT_CLOCK)
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethodWhere(REAL_CLOCK)
            .orShould().callConstructor(java.util.Date.class);

    @ArchTest
    static final ArchRule root_packages_use_each_other_in_one_direction = slices()
            .matching("be.dossierwerk.(*)").should().beFreeOfCycles();
}

package io.jenkins.plugins.hades.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;

/** The rules of the house: which package may use which, and which library. */
@AnalyzeClasses(packages = "io.jenkins.plugins.hades", importOptions = HadesCoreOnly.class)
class ArchitectureTest {
    private static final String HADES = "io.jenkins.plugins.hades";
    private static final String JENKINS_SIDE = HADES + ".jenkins..";

    @ArchTest
    static final ArchRule packages_use_each_other_as_the_diagram_shows = ArchRuleDefinition.classes()
            .should(adhereToPlantUmlDiagram(
                    Path.of("../docs/architecture.puml"), consideringOnlyDependenciesInAnyPackage(HADES + "..")));

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching(HADES + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_engine_knows_nothing_of_jenkins = noClasses()
            .that()
            .resideOutsideOfPackage(JENKINS_SIDE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "hudson..",
                    "jenkins..",
                    "org.jenkinsci..",
                    "org.kohsuke..",
                    "org.jvnet..",
                    "com.cloudbees..",
                    "net.sf.json..",
                    "jakarta..",
                    "javax.servlet..",
                    "org.springframework..",
                    "com.google.common..")
            .because("the engine also runs in the command, where none of these are");

    @ArchTest
    static final ArchRule only_ssh_uses_the_ssh_library = onlyIn("org.apache.sshd..", HADES + ".ssh..");

    @ArchTest
    static final ArchRule only_docker_uses_its_http_framing =
            onlyIn("org.apache.hc..", HADES + ".docker..", HADES + ".api..");

    @ArchTest
    static final ArchRule only_docker_targets_use_the_docker_library = onlyIn(
            "com.github.dockerjava..",
            HADES + ".docker..",
            HADES + ".image..",
            HADES + ".ship..",
            HADES + ".target.docker..",
            HADES + ".servercheck..",
            HADES + ".assembly..");

    @ArchTest
    static final ArchRule only_the_store_uses_sql = onlyIn(
            new String[] {
                "java.sql..",
                "javax.sql..",
                "org.jdbi..",
                "org.flywaydb..",
                "com.zaxxer..",
                "org.h2..",
                "org.postgresql.."
            },
            HADES + ".store..");

    @ArchTest
    static final ArchRule only_config_reads_yaml = onlyIn("org.yaml..", HADES + ".config..");

    @ArchTest
    static final ArchRule no_package_is_a_drawer_for_everything = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..misc..");

    @ArchTest
    static final ArchRule every_exception_has_a_message = noClasses()
            .should()
            .callConstructorWhere(anExceptionHasNoMessage())
            .because("an error says what was being done, to what, why it failed and what to do next");

    private static ArchRule onlyIn(String library, String... packages) {
        return onlyIn(new String[] {library}, packages);
    }

    private static ArchRule onlyIn(String[] libraries, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because("one package deals with one library, so that it can be replaced in one place");
    }

    private static DescribedPredicate<JavaConstructorCall> anExceptionHasNoMessage() {
        return describe(
                "an exception has no message",
                call -> call.getTargetOwner().isAssignableTo(Throwable.class)
                        // Hades' own write their message themselves; the calls of their superclass are seen as well.
                        && !call.getTargetOwner().getPackageName().startsWith(HADES)
                        // The compiler's own, in a switch over a sealed type and in an assert statement.
                        && !call.getTargetOwner().isEquivalentTo(AssertionError.class)
                        && !call.getTargetOwner().isAssignableTo(IncompatibleClassChangeError.class)
                        && call.getTarget().getRawParameterTypes().isEmpty());
    }
}

package io.jenkins.plugins.hades.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;

/** What Jenkins' security asks of every method that a browser can call: POST only, and a permission asked for. */
@AnalyzeClasses(packages = "io.jenkins.plugins.hades.jenkins", importOptions = HadesCoreOnly.class)
class WebMethodsTest {
    private static final Pattern WEB_METHOD = Pattern.compile("do[A-Z].*");
    private static final Pattern PERMISSION_ASKED =
            Pattern.compile("(check|has)(Any)?Permission2?|requireAdministrator|isAdministrator");
    private static final String POST = "org.kohsuke.stapler.verb.POST";
    private static final String REQUIRE_POST = "org.kohsuke.stapler.interceptor.RequirePOST";

    @ArchTest
    static final ArchRule web_methods_take_only_post = methods()
            .that(areWebMethods())
            .should()
            .beAnnotatedWith(POST)
            .orShould()
            .beAnnotatedWith(REQUIRE_POST)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule web_methods_ask_for_a_permission =
            methods().that(areWebMethods()).should(be(askingForAPermission())).allowEmptyShould(true);

    @ArchTest
    static final ArchRule jenkins_is_asked_for_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.jenkins.plugins.hades.jenkins.access.RunningJenkins")
            .should()
            .callMethod(Jenkins.class, "get")
            .orShould()
            .callMethod(Jenkins.class, "getInstanceOrNull")
            .because("what Hades takes from Jenkins is then seen in one place, RunningJenkins")
            .allowEmptyShould(true);

    /** The router's own method is not among them: it asks for crumb, token and permission route by route. */
    private static DescribedPredicate<JavaMethod> areWebMethods() {
        return describe(
                "are web methods",
                method -> WEB_METHOD.matcher(method.getName()).matches()
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE)
                        && !method.getOwner().getPackageName().equals("io.jenkins.plugins.hades.jenkins.api"));
    }

    private static DescribedPredicate<JavaMethod> askingForAPermission() {
        return describe("asking for a permission", method -> asks(method, new HashSet<>()));
    }

    private static boolean asks(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && unit.getMethodCallsFromSelf().stream()
                        .anyMatch(call ->
                                PERMISSION_ASKED.matcher(call.getName()).matches() || hadesMethodAsks(call, seen));
    }

    private static boolean hadesMethodAsks(JavaMethodCall call, Set<JavaCodeUnit> seen) {
        return call.getTarget()
                .resolveMember()
                .filter(method -> method.getOwner().getPackageName().startsWith("io.jenkins.plugins.hades"))
                .filter(method -> asks(method, seen))
                .isPresent();
    }
}

package io.servicesemantics.impl;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.servicesemantics.ServiceSemantics;
import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may import whom: every package, with the packages of the library it may use. */
class LayeringTest {

  private static final String ROOT = "io.servicesemantics";
  private static final String IMPL = ROOT + ".impl";
  private static final String TESTKIT = ROOT + ".testkit";

  // The rows of the api, bottom first: a package may use those of lower rows, and of its own row
  // only what is said in ASIDE.
  private static final ImmutableList<ImmutableSet<String>> ROWS =
      ImmutableList.of(
          ImmutableSet.of("net", "object", "fault", "explain", "collect"),
          ImmutableSet.of("service", "endpoint"),
          ImmutableSet.of("cluster", "profile"),
          ImmutableSet.of("manifest"),
          ImmutableSet.of("admission", "slicing", "routing", "traffic", "dns", "pod"),
          ImmutableSet.of("simulation", "connection", "description", "upgrade"));

  private static final ImmutableMap<String, ImmutableSet<String>> ASIDE =
      ImmutableMap.of(
          // families and protocols have a spelling on the wire
          "net", ImmutableSet.of("object"),
          "description", ImmutableSet.of("simulation", "connection"),
          "upgrade", ImmutableSet.of("simulation"),
          "traffic", ImmutableSet.of("routing"),
          "pod", ImmutableSet.of("dns"));

  private static final ImmutableMap<String, ImmutableSet<String>> IMPL_ASIDE =
      ImmutableMap.of(
          "admission", ImmutableSet.of("validation", "allocation"),
          "manifest", ImmutableSet.of("text"));

  private static final ImmutableMap<String, ImmutableSet<String>> TESTKIT_ASIDE =
      ImmutableMap.of(
          "contract", ImmutableSet.of("fixture", "assertion", "arbitrary", "vector"),
          "vector", ImmutableSet.of("fixture", "assertion", "arbitrary"),
          "arbitrary", ImmutableSet.of("fixture"));

  private static final JavaClasses LIBRARY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @TestFactory
  Stream<DynamicTest> packagesOfTheApi_useOnlyLowerRows() {
    return ROWS.stream()
        .flatMap(ImmutableSet::stream)
        .map(
            name ->
                check(
                    ROOT + "." + name,
                    mayUse(name).stream()
                        .map(used -> ROOT + "." + used)
                        .collect(ImmutableSet.toImmutableSet())));
  }

  @TestFactory
  Stream<DynamicTest> packagesOfTheImplementation_useNoOther() {
    return packagesUnder(IMPL)
        .map(name -> check(IMPL + "." + name, beside(IMPL, IMPL_ASIDE, name)));
  }

  @TestFactory
  Stream<DynamicTest> packagesOfTheTestkit_useNoImplementation() {
    return packagesUnder(TESTKIT)
        .map(name -> check(TESTKIT + "." + name, beside(TESTKIT, TESTKIT_ASIDE, name)));
  }

  @TestFactory
  Stream<DynamicTest> packagesOfTheImplementation_haveOneDoor() {
    return packagesUnder(IMPL)
        // programs have no door, and neighbours are open to the one they serve
        .filter(name -> !name.equals("app"))
        .filter(name -> IMPL_ASIDE.values().stream().noneMatch(used -> used.contains(name)))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        assertThat(
                                LIBRARY.stream()
                                    .filter(c -> c.getPackageName().equals(IMPL + "." + name))
                                    .filter(c -> !c.isNestedClass())
                                    .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                                    .map(JavaClass::getSimpleName))
                            .as("public classes")
                            .allMatch(door -> door.startsWith("Standard"))));
  }

  @Test
  void everyPackageOfTheApi_standsInARow() {
    ImmutableSet<String> known =
        ROWS.stream().flatMap(ImmutableSet::stream).collect(ImmutableSet.toImmutableSet());

    assertThat(
            LIBRARY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .filter(name -> !name.startsWith("impl") && !name.startsWith("testkit")))
        .isNotEmpty()
        .allMatch(known::contains);
  }

  // Written out, such an object would throw.
  @Test
  void serializableValues_holdNoOptional() {
    noFields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Serializable.class)
        .and()
        .areNotStatic()
        .and(not(modifier(JavaModifier.TRANSIENT)))
        .should()
        .haveRawType(Optional.class)
        .orShould()
        .haveRawType(OptionalInt.class)
        .check(LIBRARY);
  }

  @Test
  void theDoorOfTheApi_isUsedByNoPackageOfIt() {
    classes()
        .that()
        .areAssignableTo(ServiceSemantics.class)
        .should()
        .onlyHaveDependentClassesThat()
        .resideInAnyPackage(ROOT, IMPL, IMPL + ".app", TESTKIT + "..")
        .check(LIBRARY);
  }

  private static ImmutableSet<String> mayUse(String name) {
    ImmutableSet.Builder<String> used = ImmutableSet.builder();
    used.add(name).addAll(ASIDE.getOrDefault(name, ImmutableSet.of()));
    for (ImmutableSet<String> row : ROWS) {
      if (row.contains(name)) {
        break;
      }
      used.addAll(row);
    }
    return used.build();
  }

  // A package below the root uses all of the api, itself, and what is said.
  private static ImmutableSet<String> beside(
      String root, ImmutableMap<String, ImmutableSet<String>> aside, String name) {
    ImmutableSet.Builder<String> used = ImmutableSet.builder();
    used.add(ROOT).add(root + "." + name);
    ROWS.forEach(row -> row.forEach(api -> used.add(ROOT + "." + api)));
    aside
        .getOrDefault(name, ImmutableSet.of())
        .forEach(neighbour -> used.add(root + "." + neighbour));
    if (name.equals("app")) {
      used.add(root);
    }
    return used.build();
  }

  private static Stream<String> packagesUnder(String root) {
    return LIBRARY.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(root + "."))
        .map(name -> Splitter.on('.').splitToList(name.substring(root.length() + 1)).get(0))
        .distinct()
        .sorted();
  }

  private static DynamicTest check(String user, ImmutableSet<String> used) {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage(user)
            .should()
            .onlyDependOnClassesThat(outsideOrIn(used))
            .allowEmptyShould(true);
    return DynamicTest.dynamicTest(user, () -> rule.check(LIBRARY));
  }

  private static DescribedPredicate<JavaClass> outsideOrIn(ImmutableSet<String> packages) {
    return DescribedPredicate.describe(
        "are outside the library or in " + packages,
        used ->
            packages.contains(used.getPackageName())
                || !(used.getPackageName() + ".").startsWith(ROOT + "."));
  }
}

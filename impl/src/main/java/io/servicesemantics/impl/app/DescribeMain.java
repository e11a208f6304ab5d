package io.servicesemantics.impl.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.description.SnapshotDescription;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.ProxyMode;
import io.servicesemantics.simulation.ClusterSimulator;
import io.servicesemantics.simulation.Simulation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Prints the description of a manifest, or of all manifests below a folder.
 *
 * <p>With the system property {@code seed}, addresses, ports and names are settled by it. With
 * {@code from} and {@code to} it prints instead what becomes of a call; {@code mode} and {@code
 * clusterCIDR} say how kube-proxy is set up. With {@code lookup} it prints what comes of a name: to
 * the Pod that {@code from} says, by {@code libc}, or else to a question of {@code type} put to the
 * cluster's DNS; with {@code zone} it prints all records. With {@code migrate}, a proxy mode, it
 * also prints what would change in that mode. {@code kubernetes} says the release of the cluster;
 * with {@code upgrade}, another one, it also prints what would change with that.
 */
public final class DescribeMain {

  private DescribeMain() {}

  /**
   * Prints what becomes of the Services of a file or folder.
   *
   * @param arguments the file or folder
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "Arguments: \"" + String.join(" ", arguments) + "\"; expected one file or folder");
    }
    LookupSwitches names = LookupSwitches.of(name -> System.getProperty(name, ""));
    // who looks a name up calls nobody
    CallSwitches switches =
        CallSwitches.of(
            name ->
                names.lookup().isPresent() && name.equals("from")
                    ? ""
                    : System.getProperty(name, ""));
    ReleaseSwitches releases = ReleaseSwitches.of(name -> System.getProperty(name, ""));
    ClusterProfile plain = ClusterProfile.of(releases.kubernetes());
    ServiceSemantics reading = StandardSemantics.of(plain);
    // Manifests are UTF-8 whatever the terminal's encoding, and so is what is printed of them.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    ManifestSet manifest = reading.manifests().read(Path.of(arguments[0]));
    String seed = System.getProperty("seed", "");
    ClusterSimulator simulator = reading.simulator();
    Simulation simulation =
        seed.isEmpty() ? simulator.run(manifest) : simulator.run(manifest, seedOf(seed));
    ClusterSnapshot world = simulation.world();
    ServiceSemantics semantics = StandardSemantics.of(switches.profile(plain, world));
    if (names.isAsked()) {
      out.print(LookupReport.of(names, semantics, world));
    } else if (switches.call().isPresent()) {
      CallSwitches.Call call = switches.call().get();
      out.print(switches.assumption(world) + "\n\n");
      out.print(semantics.connections().trace(call.from(), call.to(), world));
    } else {
      SnapshotDescription described =
          seed.isEmpty()
              ? semantics.describer().describe(manifest)
              : semantics.describer().describe(manifest, seedOf(seed));
      out.print(described);
      if (!described.services().isEmpty()) {
        out.print("Taken for granted: " + switches.assumption(world) + "\n");
      }
      String migrate = System.getProperty("migrate", "");
      if (!migrate.isEmpty()) {
        ProxyMode to = CallSwitches.mode("migrate", migrate);
        out.print("\n" + semantics.describer().migration(described.world(), to));
      }
      releases
          .upgrade()
          .ifPresent(to -> out.print("\n" + semantics.upgrades().report(simulation, to)));
    }
    out.flush();
  }

  private static long seedOf(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException wrong) {
      throw new IllegalArgumentException("Seed: \"" + text + "\"; expected a whole number", wrong);
    }
  }
}

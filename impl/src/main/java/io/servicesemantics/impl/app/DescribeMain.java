package io.servicesemantics.impl.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/** Prints the description of a manifest, or of all manifests below a folder. */
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
    ServiceSemantics semantics = StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
    // Manifests are UTF-8 whatever the terminal's encoding, and so is what is printed of them.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    out.print(semantics.describer().describe(semantics.manifests().read(Path.of(arguments[0]))));
    out.flush();
  }
}

package io.servicesemantics.impl.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.admission.RequestBody;
import io.servicesemantics.admission.ServiceDefaulter;
import io.servicesemantics.admission.StatusCause;
import io.servicesemantics.admission.Verb;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.cluster.NamespacePhase;
import io.servicesemantics.fault.FieldError;
import io.servicesemantics.fault.FieldErrorType;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.manifest.DecodedBody;
import io.servicesemantics.manifest.FieldValidation;
import io.servicesemantics.manifest.Manifests;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;

/**
 * What the server asks of a request before it looks at the Service: its options, whether its body
 * can be read, and whether body and address speak of the same object.
 *
 * <p>Source: {@code apiserver/pkg/endpoints/handlers}, create.go and update.go; {@code
 * plugin/pkg/admission/namespace/lifecycle} (api 0.2, 0.3, 1.4).
 */
final class IncomingRequest {

  private static final String DEFAULT_NAMESPACE = "default";

  private final Manifests manifests;
  private final ServiceDefaulter defaulter;

  IncomingRequest(Manifests manifests, ServiceDefaulter defaulter) {
    this.manifests = manifests;
    this.defaulter = defaulter;
  }

  /** Reads options and body, and brings the body's namespace and name in line with the address. */
  boolean read(Draft draft) {
    return decode(draft) && matchNamespace(draft) && matchName(draft);
  }

  private boolean decode(Draft draft) {
    String asked = draft.request.fieldValidation().text();
    FieldValidation validation =
        draft.request.fieldValidation().known().orElse(FieldValidation.WARN);
    if (!asked.isEmpty() && !asked.equals(validation.wireName())) {
      return draft.refuse(unknownValidation(draft, asked));
    }
    if (draft.request.body() instanceof RequestBody.Value value) {
      take(draft, value.service());
      return true;
    }
    DecodedBody<Service> body = decoded(draft.request.body(), validation);
    draft.warnings.addAll(body.warnings());
    take(draft, body.value());
    return body.error().isEmpty()
        || draft.refuse(Refusals.badRequest(draft, Refusal.DECODING, body.error().get()));
  }

  private DecodedBody<Service> decoded(RequestBody body, FieldValidation validation) {
    if (body instanceof RequestBody.Tree tree) {
      return manifests.decodeTree(Service.class, tree.tree(), validation);
    }
    if (body instanceof RequestBody.Json json) {
      return manifests.decode(Service.class, json.text(), validation);
    }
    return manifests.decode(((RequestBody.Read) body).object(), validation);
  }

  private void take(Draft draft, Service sent) {
    draft.sent = sent;
    draft.changes.addAll(defaulter.explain(sent));
    draft.begin(defaulter.applyTo(sent));
    draft.target =
        NamespacedName.of(
            draft.request.namespace().orElseGet(() -> namespaceOf(sent)),
            draft.request.name().orElse(sent.metadata().name()));
  }

  private static String namespaceOf(Service sent) {
    String namespace = sent.metadata().namespace();
    return namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
  }

  private static boolean matchNamespace(Draft draft) {
    ObjectMeta metadata = draft.metadata;
    String requested = draft.target.namespace();
    if (metadata.namespace().isEmpty()) {
      draft.metadata = metadata.withNamespace(requested);
      draft.note(
          FieldChange.Kind.INFERRED,
          Paths.NAMESPACE,
          "",
          requested,
          AdmissionReason.NAMESPACE_OF_REQUEST);
      return true;
    }
    return metadata.namespace().equals(requested)
        || draft.refuse(
            Refusals.badRequest(
                draft,
                Refusal.REQUEST,
                "the namespace of the provided object does not match the namespace sent on the"
                    + " request"));
  }

  private static boolean matchName(Draft draft) {
    String name = draft.metadata.name();
    String requested = draft.target.name();
    if (draft.request.verb() == Verb.CREATE) {
      return true;
    }
    if (name.isEmpty()) {
      return draft.refuse(
          Refusals.badRequest(
              draft,
              Refusal.REQUEST,
              "the name of the object ("
                  + requested
                  + " based on URL) was undeterminable: name must be provided"));
    }
    return name.equals(requested)
        || draft.refuse(
            Refusals.badRequest(
                draft,
                Refusal.REQUEST,
                "the name of the object ("
                    + name
                    + ") does not match the name on the URL ("
                    + requested
                    + ")"));
  }

  /** Whether the namespace is there, and for a new Service, not on its way out. */
  static boolean hasNamespace(Draft draft, boolean isNew) {
    String name = draft.target.namespace();
    Namespace namespace = draft.state.namespace(name).orElse(null);
    if (namespace == null) {
      return draft.refuse(
          Refusals.notFound(
              draft, Refusal.NAMESPACE, "namespaces " + QuotedText.of(name) + " not found"));
    }
    if (!isNew || !namespace.status().phase().is(NamespacePhase.TERMINATING)) {
      return true;
    }
    return draft.refuse(
        Refusals.forbidden(
            draft,
            Refusal.NAMESPACE,
            "services "
                + QuotedText.of(nameForPolicy(draft.metadata))
                + " is forbidden: unable to create new content in namespace "
                + name
                + " because it is being terminated",
            new StatusCause(
                "metadata.namespace",
                "NamespaceTerminating",
                "namespace " + name + " is being terminated")));
  }

  // No name has been made of a prefix yet when namespaces are looked at.
  private static String nameForPolicy(ObjectMeta metadata) {
    if (!metadata.name().isEmpty()) {
      return metadata.name();
    }
    return metadata.generateName().isEmpty() ? "Unknown" : metadata.generateName();
  }

  private static Rejected unknownValidation(Draft draft, String asked) {
    FieldError fault =
        new FieldError(
            FieldErrorType.NOT_SUPPORTED,
            FieldPath.of("fieldValidation"),
            QuotedText.of(asked),
            "supported values: \"\", \"Ignore\", \"Strict\", \"Warn\"");
    String options = draft.request.verb() == Verb.CREATE ? "CreateOptions" : "UpdateOptions";
    return Refusals.invalid(
        draft, Refusal.REQUEST, options + ".meta.k8s.io", "", ImmutableList.of(fault), false);
  }
}

package io.servicesemantics.admission;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.service.Service;

/**
 * Sets what an object that says nothing gets, as the API server does before anything else.
 *
 * <p>What depends on the cluster (families, addresses, ports) is no default; {@link
 * ServiceAdmission} settles it. Where nothing is to be set, the very same object is given back.
 */
public interface ServiceDefaulter {

  /**
   * Sets the defaults of a Service, as on every write and every read from storage.
   *
   * <p>Source: {@code pkg/apis/core/v1/defaults.go}, SetDefaults_Service (api 2.1).
   *
   * @param service the Service as sent
   * @return the Service with its defaults
   */
  Service applyTo(Service service);

  /**
   * Tells which defaults {@link #applyTo(Service)} sets, and by which rule.
   *
   * @param service the Service as sent
   * @return a change for each field, in the order they are set; empty where nothing is
   */
  ImmutableList<FieldChange> explain(Service service);

  /**
   * Sets what a stored Service of an older release lacks, as on every answer of the API server, and
   * hides what it does not show.
   *
   * <p>Source: {@code pkg/registry/core/service/storage/storage.go}, defaultOnReadService (api
   * 2.4).
   *
   * @param service the Service as stored
   * @return the Service as it reads
   */
  Service onRead(Service service);

  /**
   * Sets the defaults of a slice (api 2.2).
   *
   * @param slice the slice as sent
   * @return the slice with its defaults
   */
  EndpointSlice applyTo(EndpointSlice slice);

  /**
   * Sets the defaults of an Endpoints object (api 2.2).
   *
   * @param endpoints the object as sent
   * @return the object with its defaults
   */
  Endpoints applyTo(Endpoints endpoints);
}

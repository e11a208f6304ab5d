package io.servicesemantics.object;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.serial.Serial;
import org.immutables.value.Value;

/** How every generated value of this library is shaped: hidden class, ordinary builder, no null. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
    get = "*",
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    forceEqualsInWithers = true,
    depluralize = true,
    depluralizeDictionary = {
      "address:addresses",
      "clusterIP:clusterIPs",
      "externalIP:externalIPs",
      "podIP:podIPs",
      "hostIP:hostIPs",
      "podCIDR:podCIDRs",
      "notReadyAddress:notReadyAddresses",
      "ipFamily:ipFamilies",
      "alias:aliases",
      "ipAddress:ipAddresses",
      "search:searches",
      "endpoints:endpoints",
      "ingress:ingress"
    },
    allowedClasspathAnnotations = {Override.class, CanIgnoreReturnValue.class})
@Serial.Version(1)
public @interface ValueStyle {}

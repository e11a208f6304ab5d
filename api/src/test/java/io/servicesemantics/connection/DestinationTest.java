package io.servicesemantics.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.NamespacedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationTest {

  @ParameterizedTest
  @CsvSource({
    "shop/orders:http, shop/orders:http",
    "shop/orders:80, shop/orders:80",
    "shop/orders, shop/orders",
    "orders, orders",
    "orders.shop.svc.cluster.local.:80, orders.shop.svc.cluster.local.:80",
    "orders:53/udp, orders:53/UDP",
    "orders:dns/UDP, orders:dns/UDP",
    "10.96.0.10:80, 10.96.0.10:80",
    "10.96.0.10, 10.96.0.10",
    "[FD00::1]:80, [fd00::1]:80",
    "fd00::1, [fd00::1]",
    "node-a:30080, node-a:30080",
    "node node-a:30080, node node-a:30080",
    "pod shop/web-1:8080, pod shop/web-1:8080",
    "pod web-1:http, pod web-1:http",
    "ping orders.shop, ping orders.shop",
    "ping fd00::1, ping [fd00::1]",
    "ping pod shop/web-1, ping pod shop/web-1",
    "http://orders.shop, http://orders.shop:80",
    "HTTPS://orders.shop/a:b?c=d#e, https://orders.shop:443/a:b?c=d#e",
    "https://[fd00::1]/x, https://[fd00::1]:443/x",
    "grpc://orders:9000, grpc://orders:9000",
    "postgres://joe:secret@db.shop:5432/main, postgres://...@db.shop:5432/main"
  })
  void destinations_areRead(String text, String printed) {
    assertThat(Destination.parse(text)).hasToString(printed);
    assertThat(Destination.parse(printed)).isEqualTo(Destination.parse(text));
  }

  @Test
  void thePartsOfAUrl_areKeptApart() {
    Destination read = Destination.parse("udp://joe@dns.shop:53/x");

    assertThat(read.host()).isEqualTo(new DestinationHost.Named("dns.shop"));
    assertThat(read.port()).isEqualTo(new DestinationPort.Numbered(53, Optional.of(Protocol.UDP)));
    assertThat(read.url()).contains(new UrlParts("udp", true, "/x"));
    assertThat(Destination.parse("shop/orders").host())
        .isEqualTo(new DestinationHost.OfService(NamespacedName.of("shop", "orders")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ":80",
        "orders:",
        "orders:0",
        "orders:65536",
        "orders:99999999999",
        "orders:80/ICMP",
        "orders:80/",
        "orders:ht tp",
        "a/b/c:80",
        "/orders:80",
        "shop/:80",
        "10.96.0.300:80",
        "fd00::1:80:x",
        "[fd00::1:80",
        "[10.96.0.1]:80",
        "http://",
        "http:///x",
        "http://a b/",
        "http://orders:x/",
        "http://orders:0/",
        "http://shop/orders:http x",
        "http://fd00::1/",
        "grpc://orders",
        "://orders",
        "1http://orders",
        "ping orders:80",
        "10.0.0.0/24:80",
        "pod a/b/c:1",
        "node :80",
        "ord\u001bers:80",
        "orders\n:80"
      })
  void otherText_isRefusedWithWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Destination.parse(text))
        .withMessageStartingWith("Destination: \"")
        .withMessageContaining("; expected ")
        .withMessageNotContaining("\u001b");
  }

  @Test
  void aPassword_isNeitherKeptNorRepeated() {
    assertThat(Destination.parse("http://joe:secret@orders/").toString()).doesNotContain("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Destination.parse("grpc://joe:secret@orders"))
        .withMessageNotContaining("secret");
  }

  @Test
  void longText_isRefusedAtOnceAndNotRepeated() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Destination.parse("http://" + "a.".repeat(1_000_000)))
        .satisfies(refused -> assertThat(refused).message().hasSizeLessThan(300));
  }

  @Test
  void partsThatDoNotGoTogether_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Destination(
                    new DestinationHost.Named("orders"),
                    new DestinationPort.Ping(),
                    Optional.of(new UrlParts("http", false, ""))))
        .withMessageStartingWith("Port of a URL");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DestinationPort.Numbered(70000, Optional.empty()))
        .withMessageContaining("1 to 65535");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DestinationPort.Named("80", Optional.empty()));
    assertThatIllegalArgumentException().isThrownBy(() -> new UrlParts("Http", false, ""));
    assertThatIllegalArgumentException().isThrownBy(() -> new UrlParts("http", false, "x"));
  }
}

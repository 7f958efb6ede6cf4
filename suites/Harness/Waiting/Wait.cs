using System.Net;
using Conformance.Suites.Harness.Certificates;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>The ways to wait for a container.</summary>
public static class Wait
{
    /// <summary>The bound where none is named: generous, for machines that are cold and loaded.</summary>
    public static readonly TimeSpan DefaultBound = TimeSpan.FromSeconds(60);

    /// <summary>Waits for a text in the log.</summary>
    /// <param name="text">The text, within one line.</param>
    /// <param name="bound">How long at most.</param>
    public static IWaitStrategy ForLog(string text, TimeSpan? bound = null) => new LogWait(text, bound ?? DefaultBound);

    /// <summary>Waits for a port that takes connections.</summary>
    /// <param name="port">The port inside the container.</param>
    /// <param name="bound">How long at most.</param>
    public static IWaitStrategy ForPort(int port, TimeSpan? bound = null) => new PortWait(port, bound ?? DefaultBound);

    /// <summary>Waits for an HTTP answer.</summary>
    /// <param name="port">The port inside the container.</param>
    /// <param name="path">The path, with a slash in front.</param>
    /// <param name="status">The status it must have.</param>
    /// <param name="bound">How long at most.</param>
    public static IWaitStrategy ForHttp(int port, string path, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? bound = null) =>
        new HttpWait(port, path, status, bound ?? DefaultBound);

    /// <summary>Waits for an HTTPS answer under a certificate of the run's authority.</summary>
    /// <param name="authority">The authority.</param>
    /// <param name="name">The server's name, without a port.</param>
    /// <param name="port">The port inside the container.</param>
    /// <param name="path">The path, with a slash in front.</param>
    /// <param name="status">The status it must have.</param>
    /// <param name="bound">How long at most.</param>
    public static IWaitStrategy ForHttps(
        CertificateAuthority authority, string name, int port, string path, HttpStatusCode status = HttpStatusCode.OK, TimeSpan? bound = null) =>
        new HttpWait(port, path, status, bound ?? DefaultBound) { Tls = (authority, name) };

    /// <summary>Waits until the image's own health check is content.</summary>
    /// <param name="bound">How long at most.</param>
    public static IWaitStrategy ForHealth(TimeSpan? bound = null) => new HealthWait(bound ?? DefaultBound);
}

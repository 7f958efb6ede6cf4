namespace Conformance.Suites.Harness.Docker;

/// <summary>Where a Docker Engine API is to be had: a unix socket (Docker's or Podman's), or an address.</summary>
/// <param name="SocketPath">The path of the socket; null for a TCP address.</param>
/// <param name="Address">The base of all requests.</param>
public sealed record DockerEndpoint(string? SocketPath, Uri Address)
{
    private static readonly Uri OverSocket = new("http://docker/");

    /// <summary>Finds the engine: <c>DOCKER_HOST</c>, else the usual sockets of Docker and Podman.</summary>
    /// <param name="environment">Reads an environment variable.</param>
    /// <returns>The endpoint; null when nothing is configured and no socket is there.</returns>
    /// <exception cref="HarnessException"><c>DOCKER_HOST</c> is set to something that isn't understood.</exception>
    public static DockerEndpoint? Find(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment("DOCKER_HOST") is { Length: > 0 } host)
        {
            return Parse(host);
        }

        List<string> sockets = ["/var/run/docker.sock"];
        if (environment("XDG_RUNTIME_DIR") is { Length: > 0 } runtime)
        {
            sockets.Add(Path.Combine(runtime, "docker.sock"));
            sockets.Add(Path.Combine(runtime, "podman", "podman.sock"));
        }

        sockets.Add("/run/podman/podman.sock");
        return sockets.Find(File.Exists) is { } found ? new DockerEndpoint(found, OverSocket) : null;
    }

    /// <summary>Reads the value of <c>DOCKER_HOST</c>.</summary>
    /// <param name="host"><c>unix://PATH</c>, <c>tcp://HOST:PORT</c> or <c>http://HOST:PORT</c>.</param>
    /// <exception cref="HarnessException">It is none of these.</exception>
    public static DockerEndpoint Parse(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        const string Unix = "unix://";
        if (host.StartsWith(Unix, StringComparison.Ordinal))
        {
            return new DockerEndpoint(host[Unix.Length..], OverSocket);
        }

        if (Uri.TryCreate(host, UriKind.Absolute, out Uri? address) && address.Scheme is "tcp" or "http")
        {
            return new DockerEndpoint(null, new Uri($"http://{address.Authority}/"));
        }

        throw new HarnessException($"DOCKER_HOST is \"{host}\"; unix://PATH, tcp://HOST:PORT and http://HOST:PORT are understood.");
    }

    /// <inheritdoc/>
    public override string ToString() => SocketPath ?? Address.ToString();
}

using Conformance.Suites.Harness.Docker;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Docker;

public class DockerEndpointTests
{
    [Theory]
    [InlineData("unix:///run/user/1000/podman/podman.sock", "/run/user/1000/podman/podman.sock", "http://docker/")]
    [InlineData("tcp://127.0.0.1:2375", null, "http://127.0.0.1:2375/")]
    [InlineData("http://localhost:2375/", null, "http://localhost:2375/")]
    public void Find_DockerHostIsSet_IsTaken(string host, string? socket, string address)
    {
        DockerEndpoint? endpoint = DockerEndpoint.Find(name => name == "DOCKER_HOST" ? host : null);

        endpoint.ShouldNotBeNull();
        endpoint.SocketPath.ShouldBe(socket);
        endpoint.Address.ToString().ShouldBe(address);
    }

    [Theory]
    [InlineData("ssh://me@there")]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("nonsense")]
    public void Find_DockerHostIsSomethingElse_SaysWhatIsUnderstood(string host) =>
        Should.Throw<HarnessException>(() => DockerEndpoint.Find(_ => host)).Message.ShouldContain("unix://PATH");

    [Fact]
    public void Find_SocketOfPodmanBelowTheRuntimeFolder_IsTakenWhenDockerHasNone()
    {
        string runtime = Directory.CreateTempSubdirectory("conformance-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(runtime, "podman"));
            string socket = Path.Combine(runtime, "podman", "podman.sock");
            File.WriteAllText(socket, "");

            DockerEndpoint? endpoint = DockerEndpoint.Find(name => name == "XDG_RUNTIME_DIR" ? runtime : null);

            endpoint.ShouldNotBeNull();
            endpoint.SocketPath.ShouldBe(File.Exists("/var/run/docker.sock") ? "/var/run/docker.sock" : socket);
        }
        finally
        {
            Directory.Delete(runtime, recursive: true);
        }
    }

    [Fact]
    public async Task Connect_NobodyListens_SaysWhere()
    {
        var endpoint = DockerEndpoint.Parse("unix:///nowhere/docker.sock");

        DockerException problem = await Should.ThrowAsync<DockerException>(() => DockerClient.ConnectAsync(endpoint, TestContext.Current.CancellationToken));

        problem.Message.ShouldContain("/nowhere/docker.sock");
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Conformance.Suites.Harness.Containers;
using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Images;
using Conformance.Suites.Harness.Naming;
using Conformance.Suites.Harness.Targets;
using Conformance.Suites.Harness.Tests.Support;
using Conformance.Suites.Harness.Waiting;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Containers;

/// <summary>Containers of this machine's engine, made from the image of a target, in which a shell and Python are to be had.</summary>
public class ContainerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_ServesHttp_IsReachedStoppedKilledPausedAndAsked()
    {
        await using TestBed bed = await Engine.BedOrSkipAsync();
        ContainerBuilder builder = await ShellAsync(bed, "cd /srv && exec python3 -m http.server 8000");
        await using Container container = await builder
            .WithFile("/srv/a/hello.txt", "hello\n")
            .WithEnvironment("NAME", "value")
            .WithPort(8000)
            .WaitingFor(Wait.ForPort(8000))
            .WaitingFor(Wait.ForHttp(8000, "/nothing", HttpStatusCode.NotFound))
            .WaitingFor(Wait.ForLog("GET /nothing"))
            .StartAsync(Cancellation);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };

        (await http.GetStringAsync(Address(container), Cancellation)).ShouldBe("hello\n");
        ExecResult result = await container.ExecAsync(Cancellation, "sh", "-c", "echo out $NAME; echo err >&2; exit 3");
        result.ShouldBe(new ExecResult(3, "out value\n", "err\n"));
        (await container.GetFileAsync("/srv/a/hello.txt", Cancellation)).ShouldBe("hello\n"u8.ToArray());

        await container.PauseAsync(Cancellation);
        using (var impatient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) })
        {
            await Should.ThrowAsync<TaskCanceledException>(() => impatient.GetStringAsync(Address(container), Cancellation));
        }

        await container.UnpauseAsync(Cancellation);
        (await http.GetStringAsync(Address(container), Cancellation)).ShouldBe("hello\n");

        await container.KillAsync(Cancellation);
        await container.StartAsync(Cancellation);
        (await http.GetStringAsync(Address(container), Cancellation)).ShouldBe("hello\n");

        static Uri Address(Container container) => new($"http://{container.AddressOf(8000)}/a/hello.txt");
    }

    [Fact]
    public async Task Start_EndsAtOnce_FailsWithItsLog()
    {
        await using TestBed bed = await Engine.BedOrSkipAsync();
        ContainerBuilder builder = await ShellAsync(bed, "echo it broke >&2; exit 7");

        ContainerFailedException problem = await Should.ThrowAsync<ContainerFailedException>(
            () => builder.Named("breaking").WithPort(1).WaitingFor(Wait.ForPort(1)).StartAsync(Cancellation));

        problem.Message.ShouldContain("breaking ended with code 7");
        problem.Log.ShouldContain("it broke");
        (await ResourcesAsync(bed.Labels.Id)).Containers.ShouldBe(0);
    }

    [Fact]
    public async Task Start_NeverReady_FailsAtTheBoundAndSaysWhatWasSeenLast()
    {
        await using TestBed bed = await Engine.BedOrSkipAsync();
        ContainerBuilder builder = await ShellAsync(bed, "echo still here; exec sleep 600");
        long began = Stopwatch.GetTimestamp();

        ContainerFailedException problem = await Should.ThrowAsync<ContainerFailedException>(
            () => builder.WithPort(8000).WaitingFor(Wait.ForHttp(8000, "/", bound: TimeSpan.FromSeconds(2))).StartAsync(Cancellation));

        problem.Message.ShouldContain("http status 200 from :8000/ wasn't so within 2 s");
        problem.Message.ShouldContain("refused");
        problem.Log.ShouldContain("still here");
        Stopwatch.GetElapsedTime(began).ShouldBeGreaterThan(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Health_ImageHasACheck_IsWaitedFor()
    {
        await using TestBed bed = await Engine.BedOrSkipAsync();
        await using Target target = await Engine.OrSkipAsync(() => bed.StartAsync(Synapse, new TargetOptions(), Cancellation));

        await target.Container!.WaitAsync(Wait.ForHealth(), Cancellation);

        (await target.Container.InspectAsync(Cancellation)).Health.ShouldBe("healthy");
    }

    [Fact]
    public async Task Network_NoWayOut_NamesAndPeersAreFoundAndNothingElse()
    {
        await using TestBed bed = await Engine.BedOrSkipAsync();
        Assert.SkipWhen(bed.Names is null || bed.PeerAddress is null, "Only where the engine runs on this machine and port 53 of the network's gateway is free for this process.");
        bed.Names.Add("peer.example", bed.PeerAddress);
        ContainerBuilder builder = await ShellAsync(bed, "exec sleep 600");
        await using Container container = await builder.StartAsync(Cancellation);
        using var listener = new TcpListener(bed.PeerAddress, 0);
        listener.Start();
        Task<TcpClient> accepted = listener.AcceptTcpClientAsync(Cancellation).AsTask();

        ExecResult found = await container.ExecAsync(Cancellation, "python3", "-c", $"import socket; s = socket.create_connection(('peer.example', {((IPEndPoint)listener.LocalEndpoint).Port}), 5); s.sendall(b'x')");
        found.ShouldBe(new ExecResult(0, "", ""));
        using (TcpClient client = await accepted)
        {
            byte[] got = new byte[1];
            (await client.GetStream().ReadAsync(got, Cancellation)).ShouldBe(1);
        }

        ExecResult unknown = await container.ExecAsync(Cancellation, "python3", "-c", "import socket; socket.getaddrinfo('elsewhere.example', 80)");
        unknown.Error.ShouldContain("gaierror");
        bed.Names.Questions.ShouldContain(question => question.Name == "elsewhere.example" && question.Answer == null);
        bed.Names.Questions.ShouldContain(new NameQuestion("peer.example", 1, bed.PeerAddress));

        // The engine drops what would leave the network; other versions have no route.
        ExecResult outside = await container.ExecAsync(Cancellation, "python3", "-c", "import socket; socket.create_connection(('192.0.2.1', 80), 2)");
        outside.ExitCode.ShouldBe(1);
        outside.Error.ShouldMatch("timed out|unreachable");
    }

    [Fact]
    public async Task LeftOvers_OfARunWhoseProcessIsGone_AreRemovedAndThoseOfALivingOneStay()
    {
        using DockerClient docker = await Engine.ClientOrSkipAsync();
        await using TestBed living = await Engine.BedOrSkipAsync();
        using Process gone = Process.Start("true");
        await gone.WaitForExitAsync(Cancellation);
        var dead = new RunLabels(ProcessFiles.Place(), gone.Id, _ => "1");
        ContainerNetwork network = await new NetworkBuilder(docker, dead).WithNoWayOut().CreateAsync(Cancellation);
        string image = await Engine.OrSkipAsync(() => living.ImageAsync(Synapse, Cancellation));
        await new ContainerBuilder(docker, dead, image).WithNetwork(network).WithEntryPoint("sleep", "600").StartAsync(Cancellation);
        (await ResourcesAsync(dead.Id)).ShouldBe((1, 1));

        await LeftOvers.RemoveAsync(docker, RunLabels.OfThisProcess(), TimeProvider.System, Cancellation);

        (await ResourcesAsync(dead.Id)).ShouldBe((0, 0));
        (await ResourcesAsync(living.Labels.Id)).Networks.ShouldBe(1);
    }

    [Fact]
    public async Task Image_FromDirectory_IsBuiltOnceAndAgainWhenAFileChanges()
    {
        using DockerClient docker = await Engine.ClientOrSkipAsync();
        await using TestBed bed = await Engine.BedOrSkipAsync();
        string root = await Engine.OrSkipAsync(() => bed.ImageAsync(Synapse, Cancellation));
        string folder = Directory.CreateTempSubdirectory("conformance-").FullName;
        List<string> made = [];
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), "ARG ROOT\nFROM ${ROOT}\nCOPY said /said\nENTRYPOINT [\"cat\", \"/said\"]\n", Cancellation);
            await File.WriteAllTextAsync(Path.Combine(folder, "said"), "first", Cancellation);
            ImageFromDirectory recipe = new ImageFromDirectory(docker, "conformance/test", folder).WithArgument("ROOT", root);
            made.Add(await recipe.BuildAsync(Cancellation));
            (await recipe.BuildAsync(Cancellation)).ShouldBe(made[0]);

            await File.WriteAllTextAsync(Path.Combine(folder, "said"), "second", Cancellation);
            made.Add(await recipe.BuildAsync(Cancellation));
            made[1].ShouldNotBe(made[0]);

            await File.WriteAllTextAsync(Path.Combine(folder, "Dockerfile"), "ARG ROOT\nFROM ${ROOT}\nCOPY missing /missing\n", Cancellation);
            (await Should.ThrowAsync<DockerException>(() => recipe.BuildAsync(Cancellation))).Message.ShouldContain("missing");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            foreach (string image in made)
            {
                await docker.RemoveImageAsync(image, CancellationToken.None);
            }
        }
    }

    private static TargetDefinition Synapse => TargetCatalog.Choose(Path.Combine(Repository.Root, "suites", "targets"), "synapse-sqlite")[0];

    private static async Task<ContainerBuilder> ShellAsync(TestBed bed, string script) =>
        bed.Container(await Engine.OrSkipAsync(() => bed.ImageAsync(Synapse, Cancellation))).WithEntryPoint("sh", "-c", script);

    private static async Task<(int Containers, int Networks)> ResourcesAsync(string run)
    {
        using DockerClient docker = await Engine.ClientOrSkipAsync();
        string label = $"{RunLabels.Run}={run}";
        return ((await docker.ListContainersAsync(label, Cancellation)).Count, (await docker.ListNetworksAsync(label, Cancellation)).Count);
    }
}

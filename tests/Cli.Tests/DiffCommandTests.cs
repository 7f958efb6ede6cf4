using System.Text.Json.Nodes;
using Conformance.Cli.Tests.Support;
using Conformance.Generator.Archives;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>validate diff</c>: exit codes, text and JSON, and what it says to calls that can't work.</summary>
public sealed class DiffCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _first;
    private readonly string _second;

    public DiffCommandTests()
    {
        _first = _folder.Write("first.tar", Archive.Small().Tar());
        _second = _folder.Write("second.zip", Archive.Small().Do(Change).Zip());
    }

    [Fact]
    public void Run_SameInAnotherContainer_ExitsWith0()
    {
        CommandRun run = Call("diff", _first, _folder.Write("same.zip", Archive.Small().Zip()), "--quiet");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldBe($"SAME {_first} → {_folder.File("same.zip")}: both archives mean the same\n");
    }

    [Fact]
    public void Run_Different_ExitsWith1AndReadsAsApproved()
    {
        CommandRun run = Call("diff", _first, _second);

        run.Exit.ShouldBe(ExitCode.Invalid, run.Error);
        run.Out.Replace(_folder.Path + "/", "", StringComparison.Ordinal).ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("txt"));
    }

    [Fact]
    public void Run_Json_ReadsAsApproved()
    {
        CommandRun run = Call("diff", _first, _second, "--report", "json");

        run.Exit.ShouldBe(ExitCode.Invalid, run.Error);
        JsonNode json = JsonNode.Parse(run.Out)!;
        json["tool"]!["version"] = "x";
        json.ToString().Replace(_folder.Path + "/", "", StringComparison.Ordinal).ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("json"));
    }

    [Fact]
    public void Run_CutFile_ExitsWith4()
    {
        string cut = _folder.Write("cut.tar", Archive.Small().Edit("m.users/users.1.cbor", bytes => bytes[..^20]).Tar());
        CommandRun run = Call("diff", cut, cut);

        run.Exit.ShouldBe(ExitCode.Undetermined, run.Error);
        run.Out.ShouldStartWith("UNDETERMINED ");
        run.Out.ShouldContain("m.users/users.1.cbor (first archive)");
    }

    [Fact]
    public void Run_SeveralOutputs_WritesEach()
    {
        CommandRun run = Call("diff", _first, _second, "-r", "text", "-r", $"json={_folder.File("out.json")}");

        run.Exit.ShouldBe(ExitCode.Invalid, run.Error);
        run.Out.ShouldStartWith("DIFFERENT ");
        File.ReadAllText(_folder.File("out.json")).ShouldStartWith("{\n");
    }

    [Theory]
    [InlineData((int)ExitCode.Usage, "-", "A", "standard input")]
    [InlineData((int)ExitCode.Unreadable, "/does/not/exist", "A", "no such file")]
    [InlineData((int)ExitCode.Unreadable, "A", "/does/not/exist", "no such file")]
    [InlineData((int)ExitCode.Usage, "A", "A", "--list", "--list", "0")]
    [InlineData((int)ExitCode.Usage, "A", "A", "limit", "--limit", "nothing=1")]
    [InlineData((int)ExitCode.Usage, "A", "A", "--report is", "--report", "sarif")]
    public void Run_CallThatCantWork_SaysWhatToDo(int exit, string first, string second, string says, params string[] more)
    {
        CommandRun run = Call(["diff", first == "A" ? _first : first, second == "A" ? _first : second, .. more]);

        ((int)run.Exit).ShouldBe(exit);
        run.Error.ShouldContain(says);
        run.Error.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public void Run_RealArchiveWithItself_IsTheSame()
    {
        string archive = SharedData.PathOrSkip("real/synapse-1.160-a/alpha.example.test.tar.gz");
        CommandRun run = Call("diff", archive, archive);

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldContain("4,091");
    }

    public void Dispose() => _folder.Dispose();

    // Wide, so that the length of the folder's path breaks no line.
    private static CommandRun Call(params string[] args) => CommandRun.With(new CommandRun.Setting { Width = 400 }, args);

    private static void Change(Archive archive)
    {
        archive.Users[Archive.Alice]!["created_at"] = 1_600_000_001;
        archive.Users[Archive.Alice]!["password_hash"] = "$2b$12$other";
        archive.Users["@carol:example.org"] = Archive.User();
        archive.RoomEvents[^1]!["content"]!["body"] = "Hello";
        archive.RoomEvents.RemoveAt(2);
        archive.Put("org.example.media/one.png", "picture");
    }
}

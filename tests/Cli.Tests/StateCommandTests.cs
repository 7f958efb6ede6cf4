using Conformance.Cli.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>validate state</c> on a small archive: what it answers, and what it says to calls that can't work.</summary>
public sealed class StateCommandTests
{
    private static readonly string Archive = Path.Combine(Repository.Root, "fixtures", "corpus", "MSPF", "minimal", "archive.tar.gz");

    [Fact]
    public void Run_OnlyRoom_ReadsAsApproved()
    {
        CommandRun run = CommandRun.Of("state", Archive);

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Error.ShouldBeEmpty();
        run.Out.ShouldMatchApproved(c => c.SubFolder("Approved"));
    }

    [Fact]
    public void Run_Json_ReadsAsApproved()
    {
        CommandRun run = CommandRun.Of("state", Archive, "--report", "json", "--type", "m.room.member");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("json"));
    }

    [Fact]
    public void Run_UserIdWithItsSigil_IsNoFileToReadWordsFrom()
    {
        CommandRun run = CommandRun.Of("state", Archive, "--user", "@alice:example.org");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldStartWith("JOINED @alice:example.org in !");
    }

    [Fact]
    public void Run_ReportToFileAndText_WritesBoth()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of("state", Archive, "--report", "json=" + folder.File("state.json"));

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldStartWith("KNOWN ");
        File.ReadAllText(folder.File("state.json")).ShouldContain("\"event_id\"");
    }

    [Fact]
    public void Run_StandardInput_IsTheSame()
    {
        CommandRun run = CommandRun.With(new CommandRun.Setting { Input = File.ReadAllBytes(Archive) }, "state", "-");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldBe(CommandRun.Of("state", Archive).Out);
    }

    [Theory]
    [InlineData("", "argument missing")]
    [InlineData("ARCHIVE --room !nothing-like-that", "it has 1 room: !")]
    [InlineData("ARCHIVE --room #none:example.org", "has no room")]
    [InlineData("ARCHIVE --at $nothing", "no event \"$nothing\"")]
    [InlineData("ARCHIVE --at $", "no event \"$\"")]
    [InlineData("ARCHIVE --after", "--at EVENT --after")]
    [InlineData("ARCHIVE --user alice", "whole user ID")]
    [InlineData("ARCHIVE --user @a:b --type m.room.name", "together")]
    [InlineData("ARCHIVE --report sarif", "text or json")]
    [InlineData("ARCHIVE --report json --report text", "one format")]
    [InlineData("ARCHIVE --report json=", "json=FILE")]
    [InlineData("ARCHIVE --limit no-such-limit=1", "no limit")]
    [InlineData("ARCHIVE --limit depth", "depth=VALUE")]
    [InlineData("ARCHIVE --limit depth=many", "whole number")]
    [InlineData("ARCHIVE --jobs 0", "--jobs")]
    [InlineData("ARCHIVE --color blue", "--color")]
    [InlineData("ARCHIVE --no-such-option", "--no-such-option")]
    public void Run_WrongUsage_IsOneLineAndExit2(string words, string hint) => ShouldFail(ExitCode.Usage, hint, words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    [Theory]
    [InlineData("--at", "single quotes")]
    [InlineData("--room", "single quotes")]
    public void Run_IdThatTheShellTook_SaysHowToWriteIt(string option, string hint) => ShouldFail(ExitCode.Usage, hint, "ARCHIVE", option, "");

    [Fact]
    public void Run_MissingFile_IsOneLineAndExit3() => ShouldFail(ExitCode.Unreadable, "missing.tar.gz", "missing.tar.gz");

    [Fact]
    public void Run_ReportThatCannotBeWritten_IsOneLineAndExit3()
    {
        CommandRun run = CommandRun.Of("state", Archive, "--report", "json=/no/such/folder/state.json");

        run.Exit.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldStartWith("validate: the json report can't be written");
    }

    [Fact]
    public void Run_EventsThatEndEarly_AreNoWholeState()
    {
        using var folder = new TemporaryFolder();
        using (var gzip = new System.IO.Compression.GZipStream(File.OpenRead(Archive), System.IO.Compression.CompressionMode.Decompress))
        {
            System.Formats.Tar.TarFile.ExtractToDirectory(gzip, folder.Path, overwriteFiles: false);
        }

        string events = Directory.EnumerateFiles(Path.Combine(folder.Path, "m.events")).First();
        File.WriteAllBytes(events, File.ReadAllBytes(events)[..^40]);

        CommandRun run = CommandRun.Of("state", folder.Path);

        run.Exit.ShouldBe(ExitCode.Undetermined, run.Error);
        run.Error.ShouldContain("not all events could be read");
    }

    private static void ShouldFail(ExitCode exit, string hint, params string[] words)
    {
        CommandRun run = CommandRun.Of(["state", .. words.Select(word => word.Replace("ARCHIVE", Archive, StringComparison.Ordinal))]);

        run.ShouldSatisfyAllConditions(
            () => run.Exit.ShouldBe(exit, run.Error),
            () => run.OutBytes.ShouldBeEmpty(),
            () => run.Error.ShouldStartWith("validate: "),
            () => run.Error.TrimEnd('\n').ShouldNotContain('\n'),
            () => run.Error.ShouldContain(hint));
    }
}

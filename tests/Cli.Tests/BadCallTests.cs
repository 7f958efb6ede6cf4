using Conformance.Cli.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Calls that can't work: one clear line on standard error, nothing on standard output, the right exit code, no stack trace.</summary>
public class BadCallTests
{
    public static TheoryData<string> WrongUsage =>
    [
        "",
        "--no-such-option",
        "--no-such-option archive.tar.gz",
        "archive.tar.gz --report no-such-format",
        "archive.tar.gz --report json=",
        "archive.tar.gz --profile no-such-profile",
        "archive.tar.gz --rule ARC001",
        "archive.tar.gz --rule XYZ999=off",
        "archive.tar.gz --rule ARC001=loud",
        "archive.tar.gz --fail-on sometimes",
        "archive.tar.gz --limit entries",
        "archive.tar.gz --limit entries=many",
        "archive.tar.gz --limit no-such-limit=1",
        "archive.tar.gz --jobs 0",
        "archive.tar.gz --jobs two",
        "archive.tar.gz --color blue",
        "archive.tar.gz --config no-such-file.json",
        "archive.tar.gz --keys no-such-file.json",
        "archive.tar.gz --keys",
        "archive.tar.gz --baseline no-such-file.json",
        "explain",
        "explain XYZ999",
        "- -",
    ];

    [Theory]
    [MemberData(nameof(WrongUsage))]
    public void Run_WrongUsage_IsOneLineAndExit2(string words)
    {
        CommandRun run = CommandRun.Of(words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        run.ShouldSatisfyAllConditions(
            () => run.Exit.ShouldBe(ExitCode.Usage, run.Error),
            () => run.OutBytes.ShouldBeEmpty(),
            () => ShouldBeOneLine(run.Error));
    }

    [Fact]
    public void Run_MissingFile_IsOneLineAndExit3()
    {
        using var folder = new TemporaryFolder();

        CommandRun run = CommandRun.Of(folder.File("missing.tar.gz"));

        run.Exit.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldContain("missing.tar.gz");
        ShouldBeOneLine(run.Error);
    }

    [Theory]
    [InlineData("empty.tar.gz", "")]
    [InlineData("notes.txt", "These are notes, no archive.")]
    [InlineData("archive.tar.gz", "These are notes, no archive.")]
    [InlineData("archive.zip", "These are notes, no archive.")]
    public void Run_FileThatIsNoContainer_IsOneLineAndExit3(string name, string content)
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write(name, System.Text.Encoding.UTF8.GetBytes(content));

        CommandRun run = CommandRun.Of(path);

        run.Exit.ShouldBe(ExitCode.Unreadable, run.Out);
        run.Error.ShouldContain(name);
        ShouldBeOneLine(run.Error);
    }

    [Fact]
    public void Run_DirectoryThatIsNoArchive_IsOneLineAndExit3()
    {
        using var folder = new TemporaryFolder();
        folder.Write("holiday/photo.txt", "sea"u8);

        CommandRun run = CommandRun.Of(folder.Path);

        run.Exit.ShouldBe(ExitCode.Unreadable, run.Out);
        run.Error.ShouldContain("manifest.mspf.json");
        ShouldBeOneLine(run.Error);
    }

    [Fact]
    public void Run_EmptyStandardInput_IsOneLineAndExit3()
    {
        CommandRun run = CommandRun.Of("-");

        run.Exit.ShouldBe(ExitCode.Unreadable, run.Out);
        ShouldBeOneLine(run.Error);
    }

    [Fact]
    public void Run_ReportFileThatCannotBeWritten_IsOneLineAndExit3()
    {
        using var folder = new TemporaryFolder();
        folder.Write("tree/manifest.mspf.json", """{"version":0,"items":{}}"""u8);

        CommandRun run = CommandRun.Of(folder.File("tree"), "--report", $"json={folder.File("no/such/folder/report.json")}");

        run.Exit.ShouldBe(ExitCode.Unreadable);
        ShouldBeOneLine(run.Error);
    }

    [Fact]
    public void Run_CancelledBeforeItStarts_IsExit130()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.mspf.json", """{"version":0,"items":{}}"""u8);

        CommandRun run = CommandRun.With(new CommandRun.Setting { Cancellation = new CancellationToken(canceled: true) }, folder.Path);

        run.Exit.ShouldBe(ExitCode.Interrupted);
        ShouldBeOneLine(run.Error);
    }

    private static void ShouldBeOneLine(string error)
    {
        error.ShouldStartWith("validate: ");
        error.TrimEnd('\n').ShouldNotContain('\n');
        error.ShouldNotContain("   at ");
        error.ShouldNotContain("Exception");
    }
}

using System.Text;
using System.Xml.Linq;
using Conformance.Cli.Tests.Support;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>validate graph</c>: formats, parts of a graph, and what it says to calls that can't work.</summary>
public sealed class GraphCommandTests : IDisposable
{
    private static readonly string Archive = Path.Combine(Repository.Root, "fixtures", "corpus", "MSPF", "minimal", "archive.tar.gz");

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("svg")]
    [InlineData("dot")]
    [InlineData("mermaid")]
    public void Run_Format_ReadsAsApproved(string format)
    {
        CommandRun run = CommandRun.Of("graph", Archive, "--format", format);

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Error.ShouldBeEmpty();
        run.Out.ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension(format).WithDiscriminator(format));
    }

    [Theory]
    [InlineData("g.svg", "<svg ")]
    [InlineData("g.dot", "digraph ")]
    [InlineData("g.gv", "digraph ")]
    [InlineData("g.mmd", "flowchart ")]
    [InlineData("g.MERMAID", "flowchart ")]
    [InlineData("g.txt", "<svg ")]
    public void Run_Output_IsWrittenInTheFormatOfItsName(string name, string start)
    {
        CommandRun run = CommandRun.Of("graph", Archive, "--output", _folder.File(name));

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldBeEmpty();
        File.ReadAllText(_folder.File(name)).ShouldStartWith(start);
    }

    [Fact]
    public void Run_PartOfTheGraph_IsDrawnAlone()
    {
        CommandRun run = CommandRun.Of("graph", Archive, "--around", "uIODXiTf72", "--depth", "1");

        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        run.Out.ShouldContain("3 events drawn. Asked for: at most 1 step from $uIODXiTf72");
        Boxes(run.OutBytes).ShouldBe(4);
        Boxes(CommandRun.Of("graph", Archive, "--depth", "0").OutBytes).ShouldBe(2);
        Boxes(CommandRun.Of("graph", Archive, "--from", "$uIODXiTf72", "--to", "$uIODXiTf72").OutBytes).ShouldBe(2);
    }

    [Fact]
    public void Run_StateGivenBehindAGap_IsMarkedAtTheEventThatItIsBefore()
    {
        string Drawn(string name) => CommandRun.Of("graph", Path.Combine(Repository.Root, "fixtures", "corpus", "STA", name, "archive.tar"), "--format", "dot").Out;

        Drawn("given-behind-gap").Split('\n').Where(line => line.Contains("state given", StringComparison.Ordinal)).ShouldHaveSingleItem().ShouldContain("depth 10");
        Drawn("behind-gap").ShouldNotContain("state given");
    }

    [Fact]
    public void Run_RealRooms_DrawsWhatIsRejectedMissingAndNewest()
    {
        string archive = SharedData.PathOrSkip("real/synapse-1.160-a/alpha.example.test.tar.gz");
        CommandRun run = CommandRun.Of("graph", archive, "--room", "!dp3qJqLoW46OF6EmPD0GbFBW6Uv93GrC9On3CTsVbtI");
        run.Exit.ShouldBe(ExitCode.Valid, run.Error);
        Words(run, "rejected").ShouldBeGreaterThan(0);
        Words(run, "end").ShouldBe(1);

        // Six events are missing that placed ones follow, and seven that outliers do; the server's own two ends and one of an outlier.
        CommandRun gaps = CommandRun.Of("graph", archive, "--room", "!waLPxruBfbNoeuokHz");
        gaps.Exit.ShouldBe(ExitCode.Valid, gaps.Error);
        gaps.Out.ShouldContain("Not here: 13 events that others follow.");
        Words(gaps, "not here").ShouldBe(13);
    }

    [Theory]
    [InlineData("", "argument missing")]
    [InlineData("ARCHIVE --room !nothing-like-that", "it has 1 room: !")]
    [InlineData("ARCHIVE --format png", "svg, dot, mermaid")]
    [InlineData("ARCHIVE --around $nothing", "no event \"$nothing\"")]
    [InlineData("ARCHIVE --from $nothing", "no event \"$nothing\"")]
    [InlineData("ARCHIVE --around $a --from $b", "--around")]
    [InlineData("ARCHIVE --depth -1", "--depth")]
    [InlineData("ARCHIVE --nodes 0", "--nodes")]
    [InlineData("ARCHIVE --nodes 5001", "5000")]
    public void Run_WrongUsage_IsOneLineAndExit2(string words, string hint)
    {
        CommandRun run = CommandRun.Of(["graph", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace("ARCHIVE", Archive, StringComparison.Ordinal))]);

        run.ShouldSatisfyAllConditions(
            () => run.Exit.ShouldBe(ExitCode.Usage, run.Error),
            () => run.OutBytes.ShouldBeEmpty(),
            () => run.Error.ShouldStartWith("validate: "),
            () => run.Error.TrimEnd('\n').ShouldNotContain('\n'),
            () => run.Error.ShouldContain(hint));
    }

    [Fact]
    public void Run_FileThatCannotBeWritten_IsExit3()
    {
        CommandRun run = CommandRun.Of("graph", Archive, "-o", "/no/such/folder/g.svg");

        run.Exit.ShouldBe(ExitCode.Unreadable);
        run.Error.ShouldStartWith("validate: the drawing can't be written");
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Dispose();

    private static int Boxes(byte[] svg) => XDocument.Parse(Encoding.UTF8.GetString(svg)).Descendants().Count(element => (string?)element.Attribute("class") == "box");

    private static int Words(CommandRun run, string word) => XDocument.Parse(run.Out).Descendants()
        .Count(element => element.Name.LocalName == "text" && element.Value.Split(" · ").Contains(word));
}

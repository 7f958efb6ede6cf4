using System.Text;
using Conformance.Containers;
using Conformance.Tests.Containers.Tar;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers.Paths;

/// <summary>The rules about paths and the tree, through tar: the other containers share them.</summary>
public sealed class PathRulesTests
{
    [Theory]
    [InlineData("/m.core.json", "ARC001", "m.core.json")]
    [InlineData("../m.core.json", "ARC002", "../m.core.json")]
    [InlineData("m.events/../m.core.json", "ARC002", "m.events/../m.core.json")]
    [InlineData("C:/m.core.json", "ARC003", "C:/m.core.json")]
    [InlineData("c:m.core.json", "ARC003", "c:m.core.json")]
    public void PathThatLeavesTheTree_IsReportedAndUnusable(string stored, string rule, string path)
    {
        Reading reading = Read(new TarBuilder().File(stored).End());

        reading.Rules.ShouldBe([rule]);
        reading.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(e => e.Path.ShouldBe(path), e => e.Unusable.ShouldBeTrue());
    }

    [Fact]
    public void BackslashesThatClimb_AreReportedAsBoth() =>
        Read(new TarBuilder().File("a\\..\\..\\b").End()).Rules.ShouldBe(["ARC002", "ARC004"], ignoreOrder: true);

    [Theory]
    [InlineData("m.events\\events.1.cbor", "ARC004", "m.events\\events.1.cbor")]
    [InlineData("m.core\n.json", "ARC006", "m.core\\u000a.json")]
    [InlineData("m.core\u007f", "ARC006", "m.core\\u007f")]
    [InlineData("m.events//e", "ARC007", "m.events/e")]
    [InlineData("m.events/./e", "ARC007", "m.events/e")]
    [InlineData("gr\u00fcn", "ARC008", "gr\\xfcn")]
    public void OddPath_IsReported(string stored, string rule, string path)
    {
        Reading reading = Read(new TarBuilder().File(stored).End());

        reading.Rules.ShouldBe([rule]);
        reading.Paths.ShouldBe([path]);
    }

    [Theory]
    [InlineData("m.core..json")]
    [InlineData("...")]
    [InlineData("..a/b..")]
    [InlineData("./m.core.json")]
    [InlineData("ab:c")]
    [InlineData("org.example/C:/x")]
    [InlineData("a b/c'd")]
    [InlineData(".hidden")]
    public void PathThatOnlyLooksOdd_IsFine(string stored) => Read(new TarBuilder().File(stored).End()).Rules.ShouldBeEmpty();

    [Fact]
    public void Arc005_NulInPaxPath_IsReported()
    {
        Reading reading = Read(new TarBuilder().Pax(TarBuilder.Record("path", "a\0b")).File("x").End());

        reading.Rules.ShouldBe(["ARC005"]);
        reading["a\\u0000b"].Unusable.ShouldBeTrue();
    }

    [Fact]
    public void Arc006_DirectionOverride_IsShownAsAnEscape()
    {
        Reading reading = Read(new TarBuilder().File(Encoding.Latin1.GetString("a\u202eb"u8)).End());

        reading.Rules.ShouldBe(["ARC006"]);
        reading.Paths.ShouldBe(["a\\u202eb"]);
    }

    [Fact]
    public void Arc009_EmptyName_IsReported() => Read(new TarBuilder().File("").File("a").End()).ShouldSatisfyAllConditions(
        reading => reading.Rules.ShouldBe(["ARC009"]), reading => reading.Paths.ShouldBe(["a"]));

    [Theory]
    [InlineData("m.events/a", "/etc/passwd", "ARC010")]
    [InlineData("m.events/a", "../../x", "ARC010")]
    [InlineData("m.events/a", "b/../../../x", "ARC010")]
    [InlineData("m.events/a", "C:\\x", "ARC010")]
    [InlineData("m.events/a", "", "ARC010")]
    [InlineData("m.events/a", "../x", "ARC011")]
    [InlineData("m.events/a", "b", "ARC011")]
    public void SymbolicLink_IsAnErrorOnlyWhenItLeavesTheTree(string path, string target, string rule)
    {
        Reading reading = Read(new TarBuilder().Empty(path, '2', target).End());

        reading.Rules.ShouldBe([rule]);
        reading.Entries.ShouldHaveSingleItem().Kind.ShouldBe(ContainerEntryKind.SymbolicLink);
    }

    [Theory]
    [InlineData("a", "ARC012")]
    [InlineData("./a", "ARC012")]
    [InlineData("later", "ARC013")]
    [InlineData("../a", "ARC010")]
    [InlineData("/a", "ARC010")]
    public void HardLink_IsAnErrorWithoutATargetBeforeIt(string target, string rule) =>
        Read(new TarBuilder().File("a").Empty("b", '1', target).File("later").End()).Rules.ShouldBe([rule]);

    [Theory]
    [InlineData('3')]
    [InlineData('4')]
    [InlineData('6')]
    public void Arc014_DeviceOrPipe_IsReported(char type)
    {
        Reading reading = Read(new TarBuilder().Empty("a", type).End());

        reading.Rules.ShouldBe(["ARC014"]);
        reading["a"].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe(ContainerEntryKind.Special), e => e.Unusable.ShouldBeTrue());
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a", "./a")]
    public void Arc015_SamePathTwice_SecondIsUnusable(string first, string second)
    {
        Reading reading = Read(new TarBuilder().File(first, "1").File(second, "2").End());

        reading.Rules.ShouldBe(["ARC015"]);
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([false, true]);
    }

    [Fact]
    public void Arc015_SameDirectoryTwice_IsFine() =>
        Read(new TarBuilder().Empty("a/", '5').File("a/b").Empty("a/", '5').End()).Rules.ShouldBeEmpty();

    [Theory]
    [InlineData("m.core.json", "M.core.json")]
    [InlineData("Stra\u00dfE", "stra\u00dfe")]
    [InlineData("\u03c3", "\u03c2")]
    [InlineData("\u00c9", "\u00e9")]
    [InlineData("E\u0301", "\u00e9")]
    public void Arc016_PathsThatDifferInCase_AreReported(string first, string second) => Two(first, second).Rules.ShouldBe(["ARC016"]);

    [Theory]
    [InlineData("gr\u00fcn", "gru\u0308n")]
    [InlineData("\ud55c", "\u1112\u1161\u11ab")]
    [InlineData("\u212b", "\u00c5")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    public void Arc017_PathsThatAreCanonicallyEquivalent_AreReported(string first, string second) => Two(first, second).Rules.ShouldBe(["ARC017"]);

    [Theory]
    [InlineData("a", "b")]
    [InlineData("\u00fc", "u")]
    [InlineData("\ufb01", "fi")]
    [InlineData("\u00df", "ss")]
    public void Arc017_PathsThatOnlyLookAlike_AreFine(string first, string second) => Two(first, second).Rules.ShouldBeEmpty();

    [Fact]
    public void Arc016_DirectoriesThatDifferInCase_AreReportedOnce() =>
        Read(new TarBuilder().File("m.events/a").File("M.events/a").File("M.events/b").File("M.events/c/d").End()).Rules.ShouldBe(["ARC016"]);

    [Fact]
    public void Arc018_FileBeforeTheDirectory_IsReportedOnce()
    {
        Reading reading = Read(new TarBuilder().File("a").File("a/b").File("a/c").End());

        reading.Rules.ShouldBe(["ARC018"]);
        reading.Entries.Select(entry => entry.Unusable).ShouldBe([false, true, true]);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/b/c")]
    public void Arc018_FileAfterTheDirectory_IsReported(string inside) =>
        Read(new TarBuilder().File(inside).File("a").End()).Rules.ShouldBe(["ARC018"]);

    [Fact]
    public void Arc018_DirectoryEntryAfterWhatItHolds_IsFine() =>
        Read(new TarBuilder().File("a/b").Empty("a", '5').End()).Rules.ShouldBeEmpty();

    [Fact]
    public void Lim001_OneEntryTooMany_EndsTheReading()
    {
        byte[] three = new TarBuilder().File("a").File("b").File("c").End();

        Read(three, new ContainerLimits { Entries = 3 }).Rules.ShouldBeEmpty();
        Reading reading = Read(three, new ContainerLimits { Entries = 2 });
        reading.Rules.ShouldBe(["LIM001"]);
        reading.Paths.ShouldBe(["a", "b"]);
        reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
    }

    [Fact]
    public void Lim002_TooManyBytes_EndsTheReading()
    {
        byte[] archive = new TarBuilder().File("a", new string('a', 5000)).File("b").End();

        Reading reading = Read(archive, new ContainerLimits { TotalBytes = 4096 });
        reading.Rules.ShouldBe(["LIM002"]);
        reading.Sink.NotChecked.ShouldHaveSingleItem().Decisive.ShouldBeTrue();
        Read(archive, new ContainerLimits { TotalBytes = archive.Length }).Rules.ShouldBeEmpty();
    }

    [Fact]
    public void Lim004_PathTooDeep_IsUnusable()
    {
        var limits = new ContainerLimits { PathDepth = 3 };

        Read(new TarBuilder().File("a/b/c").End(), limits).Rules.ShouldBeEmpty();
        Reading reading = Read(new TarBuilder().File("a/b/c/d").End(), limits);
        reading.Rules.ShouldBe(["LIM004"]);
        reading.Entries.ShouldHaveSingleItem().Unusable.ShouldBeTrue();
    }

    [Fact]
    public void Lim005_PathTooLong_IsUnusable()
    {
        var limits = new ContainerLimits { PathBytes = 20 };

        Read(new TarBuilder().File(new string('a', 20)).End(), limits).Rules.ShouldBeEmpty();
        Reading reading = Read(new TarBuilder().File(new string('a', 21)).End(), limits);
        reading.Rules.ShouldBe(["LIM005"]);
        reading.Entries.ShouldHaveSingleItem().Unusable.ShouldBeTrue();
    }

    [Fact]
    public void Lim006_PathsTooLongTogether_AreNoLongerCompared()
    {
        byte[] archive = new TarBuilder().File("a").File("b").File("c").File("c").End();

        Read(archive, new ContainerLimits { RememberedPathBytes = 150 }).Rules.ShouldBe(["LIM006"]);
        Read(archive).Rules.ShouldBe(["ARC015"]);
    }

    private static Reading Two(string first, string second) => Read(
        new TarBuilder().File(Latin1(first)).File(Latin1(second)).End());

    private static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static Reading Read(byte[] bytes, ContainerLimits? limits = null) => Reading.OfFile(bytes, ".tar", limits);
}

using System.Text.RegularExpressions;
using Conformance.Tests.Support;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Architecture;

/// <summary>What docs/architecture.md promises about the source, held against the source.</summary>
public partial class HouseTests
{
    /// <summary>The stages in the order of the data: a stage uses itself and those before it.</summary>
    private static readonly string[] Stages =
    [
        "Documents", "Findings", "Catalogue", "Containers", "Schemas", "Pipeline", "Events", "Signatures", "Rooms", "Profiles", "Comparison", "Policy", "Reports", "Validation",
    ];

    private static readonly string Library = Path.Combine(Repository.Root, "validator", "Conformance");

    public static TheoryData<string> LibraryFiles => [.. SourceFiles(Library).Select(file => Path.GetRelativePath(Library, file).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void Stage_UsesOnlyEarlierStages(string file)
    {
        int stage = Array.IndexOf(Stages, file.Split('/')[0]);
        stage.ShouldBeGreaterThanOrEqualTo(0, $"{file} lies in no stage of the architecture.");

        string source = File.ReadAllText(Path.Combine(Library, file));
        IEnumerable<string> used = StageNames().Matches(source).Select(match => match.Groups[1].Value).Distinct();
        used.Where(name => Array.IndexOf(Stages, name) > stage).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void Namespace_IsTheFolder(string file)
    {
        string folder = Path.GetDirectoryName(file)!.Replace('/', '.').Replace('\\', '.');

        File.ReadAllText(Path.Combine(Library, file)).ShouldContain($"namespace Conformance.{folder};");
    }

    [Theory]
    [MemberData(nameof(LibraryFiles))]
    public void File_HasOnePublicType(string file)
    {
        MatchCollection types = PublicTypes().Matches(File.ReadAllText(Path.Combine(Library, file)));

        types.Count.ShouldBeLessThanOrEqualTo(1);
        if (types.Count == 1)
        {
            Path.GetFileName(file).ShouldStartWith(types[0].Groups[1].Value);
        }
    }

    [Fact]
    public void Library_TouchesNeitherConsoleNorEnvironmentNorExit()
    {
        IEnumerable<string> offenders = SourceFiles(Library)
            .Where(file => OutsideWorld().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(Library, file));

        offenders.ShouldBeEmpty();
    }

    private static IEnumerable<string> SourceFiles(string folder) => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\bConformance\.(Documents|Findings|Catalogue|Containers|Schemas|Pipeline|Events|Signatures|Rooms|Profiles|Comparison|Policy|Reports|Validation)\b")]
    private static partial Regex StageNames();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial|ref|unsafe) )*(?:class|struct|record struct|record class|record|interface|enum) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicTypes();

    [GeneratedRegex(@"(?<![\w.])(?:System\.)?(?:Console\.(?:Write|Read|Out|Error|In|Open)|Environment\.(?:Exit|GetEnvironmentVariable|FailFast)|Process\.Start)")]
    private static partial Regex OutsideWorld();
}

using System.Text;
using Conformance.Containers;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Containers;

/// <summary>What came of reading a container to its end.</summary>
internal sealed record Reading(string Format, IReadOnlyList<Reading.Member> Entries, RecordingSink Sink)
{
    public IEnumerable<string> Rules => Sink.Rules;

    public IEnumerable<string> Paths => Entries.Select(entry => entry.Path);

    public Member this[string path] => Entries.First(entry => entry.Path == path);

    /// <summary>Reads all entries of a file in memory, as if from a pipe.</summary>
    public static Reading OfStream(byte[] bytes, ContainerLimits? limits = null)
    {
        var sink = new RecordingSink();
        ContainerOpening opening = ContainerFactory.Open(new MemoryStream(bytes), limits ?? new ContainerLimits(), sink);
        using Container container = opening.Container ?? throw new InvalidDataException(opening.Problem);
        return new Reading(container.Format, Read(container), sink);
    }

    /// <summary>Reads all entries of a file or directory, twice: the second time must give the same and report nothing.</summary>
    public static Reading OfPath(string path, ContainerLimits? limits = null)
    {
        var sink = new RecordingSink();
        ContainerOpening opening = ContainerFactory.Open(path, limits ?? new ContainerLimits(), sink);
        using Container container = opening.Container ?? throw new InvalidDataException(opening.Problem);
        var reading = new Reading(container.Format, Read(container), sink);
        int findings = sink.Findings.Count;
        int notChecked = sink.NotChecked.Count;
        container.Rewind();
        Read(container).Select(entry => entry.ToString()).ShouldBe(reading.Entries.Select(entry => entry.ToString()));
        sink.Findings.Count.ShouldBe(findings);
        sink.NotChecked.Count.ShouldBe(notChecked);
        return reading;
    }

    /// <summary>Reads all entries of a file of these bytes.</summary>
    public static Reading OfFile(byte[] bytes, string extension, ContainerLimits? limits = null)
    {
        string path = Path.Combine(Path.GetTempPath(), $"conformance-{Guid.NewGuid():n}{extension}");
        File.WriteAllBytes(path, bytes);
        try
        {
            return OfPath(path, limits);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static List<Member> Read(Container container)
    {
        var entries = new List<Member>();
        while (container.Next(TestContext.Current.CancellationToken) is { } entry)
        {
            using var content = new MemoryStream();
            entry.Content.CopyTo(content);
            entries.Add(new Member(entry.Path, entry.Kind, entry.DeclaredLength, Encoding.Latin1.GetString(content.ToArray()), entry.Unusable));
        }

        container.Next(TestContext.Current.CancellationToken).ShouldBeNull();
        return entries;
    }

    internal sealed record Member(string Path, ContainerEntryKind Kind, long? DeclaredLength, string Content, bool Unusable);
}

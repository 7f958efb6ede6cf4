using System.Collections.Immutable;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Catalogue;

/// <summary>How the data files of the catalogue say what they say.</summary>
internal static class CatalogueJson
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It isn't JSON, or says something twice.</exception>
    public static Node Read(ReadOnlyMemory<byte> file)
    {
        Document document = DocumentReader.Read(file, DocumentEncoding.Json);
        return document.FaultCount == 0 && document.Root.Exists
            ? document.Root
            : throw new FormatException($"A file of the catalogue is no good JSON: {(document.FaultCount == 0 ? FaultKind.Empty : document.Faults[0].Kind)}.");
    }

    /// <summary>A member of an object.</summary>
    /// <exception cref="KeyNotFoundException">It is missing.</exception>
    public static Node Member(Node json, ReadOnlySpan<byte> name)
    {
        Node member = json.Get(name);
        return member.Exists ? member : throw Missing(name);
    }

    /// <summary>A member that is a text.</summary>
    /// <exception cref="KeyNotFoundException">It is missing.</exception>
    public static string Text(Node json, ReadOnlySpan<byte> name) => json.Get(name).AsString() ?? throw Missing(name);

    /// <summary>The texts of an array.</summary>
    public static ImmutableArray<string> Texts(Node array)
    {
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(array.Count);
        foreach (Node text in array.Elements())
        {
            texts.Add(text.AsString() ?? "");
        }

        return texts.MoveToImmutable();
    }

    /// <summary>A source.</summary>
    /// <exception cref="KeyNotFoundException">A member is missing.</exception>
    public static RuleSource Source(Node json) => new(Text(json, "document"u8), Text(json, "section"u8), json.Get("url"u8).AsString());

    /// <summary>A severity.</summary>
    /// <exception cref="ArgumentException">The text stands for none.</exception>
    public static Severity Severity(Node text) =>
        text.TextEquals("error"u8) ? Findings.Severity.Error
        : text.TextEquals("warning"u8) ? Findings.Severity.Warning
        : text.TextEquals("info"u8) ? Findings.Severity.Info
        : text.TextEquals("off"u8) ? Findings.Severity.Off
        : throw Meaningless(text, "severity");

    /// <summary>A status.</summary>
    /// <exception cref="ArgumentException">The text stands for none.</exception>
    public static RuleStatus Status(Node text) =>
        text.TextEquals("spec"u8) ? RuleStatus.Spec
        : text.TextEquals("implied"u8) ? RuleStatus.Implied
        : text.TextEquals("open"u8) ? RuleStatus.Open
        : text.TextEquals("review"u8) ? RuleStatus.Review
        : text.TextEquals("contested"u8) ? RuleStatus.Contested
        : text.TextEquals("project"u8) ? RuleStatus.Project
        : throw Meaningless(text, "status");

    private static KeyNotFoundException Missing(ReadOnlySpan<byte> name) =>
        new($"A rule or a requirement has no text {System.Text.Encoding.UTF8.GetString(name)}.");

    private static ArgumentException Meaningless(Node text, string what) => new($"\"{text.AsString()}\" is no {what}.");
}

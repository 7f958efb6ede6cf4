using Conformance.Documents;
using Conformance.Schemas.Evaluating;

namespace Conformance.Schemas.Compiling;

/// <content>Which keywords a resource knows: its meta-schema's vocabularies (Core, section 8.1).</content>
internal sealed partial class SchemaCompiler
{
    /// <summary>The meta-schema of the draft.</summary>
    public const string StandardMetaSchema = "https://json-schema.org/draft/2020-12/schema";

    private const string VocabularyBase = "https://json-schema.org/draft/2020-12/vocab/";

    /// <summary>The vocabularies of a schema's resource.</summary>
    public Vocabularies VocabulariesOf(SubSchema schema)
    {
        SchemaResource resource = schema.Resource;
        if (resource.Vocabularies is { } known)
        {
            return known;
        }

        SchemaResource? naming = resource;
        while (naming is { MetaSchema: null })
        {
            naming = naming.Parent;
        }

        Vocabularies vocabularies = naming is null ? Vocabularies.Standard : Read(schema, naming.MetaSchema!);
        resource.Vocabularies = vocabularies;
        return vocabularies;
    }

    private Vocabularies Read(SubSchema schema, string metaSchema)
    {
        string uri = SchemaUri.SplitFragment(metaSchema).Uri;
        if (uri == StandardMetaSchema)
        {
            return Vocabularies.Standard;
        }

        if (uri.Contains("json-schema.org/draft", StringComparison.Ordinal) && !uri.Contains("/2020-12/", StringComparison.Ordinal))
        {
            Error(schema, "$schema", $"The draft {uri} is not supported; only 2020-12 is.");
            return Vocabularies.Standard;
        }

        if (library.Find(uri) is not { } resource)
        {
            Error(schema, "$schema", $"There is no meta-schema {uri}.");
            return Vocabularies.Standard;
        }

        if (resource.Root.Get("$vocabulary"u8) is not { Kind: NodeKind.Map } listed)
        {
            return Vocabularies.Standard;
        }

        Vocabularies vocabularies = Vocabularies.Core;
        foreach ((Node name, Node required) in listed.Members())
        {
            string vocabulary = name.AsString() ?? "";
            if (Find(vocabulary) is { } found)
            {
                vocabularies |= found;
            }
            else if (required.Kind == NodeKind.True)
            {
                Error(schema, "$schema", $"The meta-schema {uri} requires the vocabulary {vocabulary}, which is not known.");
            }
        }

        return vocabularies;
    }

    private static Vocabularies? Find(string uri) => !uri.StartsWith(VocabularyBase, StringComparison.Ordinal) ? null : uri[VocabularyBase.Length..] switch
    {
        "core" => Vocabularies.Core,
        "applicator" => Vocabularies.Applicator,
        "unevaluated" => Vocabularies.Unevaluated,
        "validation" => Vocabularies.Validation,
        "meta-data" => Vocabularies.MetaData,
        "format-annotation" => Vocabularies.FormatAnnotation,
        "format-assertion" => Vocabularies.FormatAssertion,
        "content" => Vocabularies.Content,
        _ => null,
    };
}

using System.Globalization;
using System.Text;
using Conformance.Documents;

namespace Conformance.Schemas.Compiling;

/// <content>Where references lead.</content>
internal sealed partial class SchemaCompiler
{
    private SchemaTarget? Resolve(string absolute, out string problem)
    {
        (string uri, string? fragment) = SchemaUri.SplitFragment(absolute);
        SchemaResource? resource = library.Find(uri);
        if (resource is null)
        {
            IReadOnlyList<SchemaError> errors = library.ErrorsOf(uri);
            problem = errors.Count > 0 ? $"The schema {uri} can't be used: {errors[0].Problem}" : $"There is no schema {uri}.";
            return null;
        }

        problem = "";
        if (string.IsNullOrEmpty(fragment))
        {
            return new SchemaTarget(resource.Root, resource);
        }

        if (SchemaUri.Unescape(fragment) is not string plain)
        {
            problem = $"The fragment of {absolute} is not percent-encoded properly.";
            return null;
        }

        if (plain[0] != '/')
        {
            if (resource.Anchors.TryGetValue(plain, out Anchor? anchor))
            {
                return new SchemaTarget(anchor.Schema, resource);
            }

            problem = $"The schema {uri} has no anchor {plain}.";
            return null;
        }

        Node target = Follow(resource.Root, plain);
        if (target.Kind is not (NodeKind.Map or NodeKind.True or NodeKind.False))
        {
            problem = target.Exists ? $"{absolute} is not a schema." : $"There is nothing at {absolute}.";
            return null;
        }

        SchemaDocument document = library.DocumentOf(target);
        if (target.Kind == NodeKind.Map)
        {
            document.ScanUnknown(target);
            library.Register(document);
        }

        return new SchemaTarget(target, document.ResourceOf(target));
    }

    private static Node Follow(Node node, string pointer)
    {
        foreach (string segment in pointer[1..].Split('/'))
        {
            string name = segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (node.Kind != NodeKind.Array)
            {
                node = node.Get(Encoding.UTF8.GetBytes(name));
            }
            else if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int position) && position < node.Count)
            {
                Node element = default;
                int at = 0;
                foreach (Node candidate in node.Elements())
                {
                    if (at++ == position)
                    {
                        element = candidate;
                        break;
                    }
                }

                node = element;
            }
            else
            {
                return default;
            }
        }

        return node;
    }
}

// SPDX-FileCopyrightText: 2026 The Rankscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/network/chain_product.h"

#include "engine/network/layout.h"

#include <algorithm>

namespace rankscope {

std::vector<ChainProduct> chainProducts(const TensorNetwork& network, const ContractionPlan& plan,
                                        std::vector<int> operand, std::size_t most) {
    const auto& nodes = plan.nodes();
    std::vector<const ContractionPlan::Node*> products;
    for (const auto& node : nodes)
        if (node.operand < 0 && node.hasFrames && products.size() <= most) products.push_back(&node);
    const auto weightNode = [&](std::size_t t) {
        return nodes[products[t]->left].hasFrames ? products[t]->right : products[t]->left;
    };
    const auto weightEdges = [&](std::size_t t) -> const std::vector<int>& {
        const ContractionPlan::Node& weights = nodes[weightNode(t)];
        return weights.operand > 0 ? network.cores[weights.operand - 1].edges : weights.edges;
    };
    std::vector<ChainProduct> chain;
    for (std::size_t t = 0; t < std::min(most, products.size()); ++t) {
        ChainProduct product{weightNode(t), {}, {}, {}, {}};
        for (const int edge : operand)
            (!contains(weightEdges(t), edge)      ? product.rows
             : contains(products[t]->edges, edge) ? product.shared
                                                  : product.sums)
                .push_back(edge);
        for (const int edge : weightEdges(t))
            if (!contains(operand, edge)) product.columns.push_back(edge);
        if (t + 1 < products.size())
            std::ranges::stable_sort(product.columns, {}, [&](int edge) {
                return !contains(products[t + 1]->edges, edge) ? 2
                       : contains(weightEdges(t + 1), edge)    ? 0
                                                               : 1;
            });
        operand = joined({&product.shared, &product.rows, &product.columns});
        chain.push_back(std::move(product));
    }
    return chain;
}

} // namespace rankscope
